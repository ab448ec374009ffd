#if arch(x86_64) && os(macOS)
  // Swift has no Float16 there.
#else
  import CKernels
  import Tensors
  import Testing

  @Suite struct HalfTests {
    private let all = (0...UInt16.max).map { $0 }

    private func halves(_ values: [Float]) -> [UInt16] {
      var result = [UInt16](repeating: 0, count: values.count)
      ck_half_from_float(values, &result, values.count)
      return result
    }
    private func bfloats(_ values: [Float]) -> [UInt16] {
      var result = [UInt16](repeating: 0, count: values.count)
      ck_bfloat_from_float(values, &result, values.count)
      return result
    }

    @Test func everyHalfBecomesItsFloatAndReturns() {
      var floats = [Float](repeating: 0, count: all.count)
      ck_float_from_half(all, &floats, all.count)
      let back = halves(floats)
      for bits in all {
        let (expected, found) = (Float(Float16(bitPattern: bits)), floats[Int(bits)])
        if expected.isNaN {
          #expect(found.isNaN && Float16(bitPattern: back[Int(bits)]).isNaN)
        } else {
          #expect(found.bitPattern == expected.bitPattern)
          #expect(back[Int(bits)] == bits)
        }
      }
    }

    /// Every tie between neighbours, the floats on either side of it, and floats of all sizes.
    @Test func floatsRoundToTheNearestHalf() {
      var values: [Float] = [65_504, 65_519.996, 65_520, 1e6, .infinity, 1e-10, 0x1p-149, 0]
      for bits in 0..<UInt16(0x7c00) {
        let low = Float(Float16(bitPattern: bits))
        let high = bits == 0x7bff ? 65_536 : Float(Float16(bitPattern: bits + 1))
        let tie = (low + high) / 2
        values += [tie, tie.nextUp, tie.nextDown]
      }
      var random = SeededRandom(seed: 1)
      values += (0..<200_000).map { _ in
        Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))
      }
      values += values.map { -$0 }
      for (value, found) in zip(values, halves(values)) {
        if value.isNaN {
          #expect(Float16(bitPattern: found).isNaN)
        } else {
          #expect(found == Float16(value).bitPattern, "\(value)")
        }
      }
    }

    @Test func everyBfloatBecomesItsFloatAndReturns() {
      var floats = [Float](repeating: 0, count: all.count)
      ck_float_from_bfloat(all, &floats, all.count)
      #expect(floats.map(\.bitPattern) == all.map { UInt32($0) << 16 })
      for (bits, back) in zip(all, bfloats(floats)) {
        let isNaN = floats[Int(bits)].isNaN
        #expect(back == bits || isNaN && Float(bitPattern: UInt32(back) << 16).isNaN)
      }
    }

    /// Of the two bfloats around a float the nearer one, and of two equally near the even one.
    @Test func floatsRoundToTheNearestBfloat() {
      var random = SeededRandom(seed: 2)
      var values: [Float] = []
      for high in stride(from: UInt32(0), to: 0x7f80, by: 3) {
        for low: UInt32 in [0, 1, 0x7fff, 0x8000, 0x8001, 0xffff] {
          values.append(Float(bitPattern: high << 16 | low))
        }
        values.append(Float(bitPattern: high << 16 | UInt32(random.int(below: 1 << 16))))
      }
      values += values.map { -$0 }
      for (value, found) in zip(values, bfloats(values)) {
        let below = UInt16(value.bitPattern >> 16)  // towards zero
        let magnitude = { (bits: UInt16) in
          bits & 0x7fff == 0x7f80 ? 0x1p128 : abs(Double(Float(bitPattern: UInt32(bits) << 16)))
        }
        let down = abs(Double(value)) - magnitude(below)
        let up = magnitude(below + 1) - abs(Double(value))
        let expected = down < up || (down == up && below % 2 == 0) ? below : below + 1
        #expect(found == expected, "\(value)")
      }
      #expect(bfloats([.infinity, -.infinity]) == [0x7f80, 0xff80])
      let smallestNaN = Float(bitPattern: 0x7f80_0001)
      #expect(Float(bitPattern: UInt32(bfloats([smallestNaN])[0]) << 16).isNaN)
    }
  }
#endif
