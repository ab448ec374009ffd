import CKernels
import Tensors
import Testing

@Suite(.serialized) struct CompactWeightTests {
  /// What the format makes of a matrix [outputs, inputs], each weight by itself.
  private func rounded(_ weight: Tensor, to format: WeightFormat) -> [Float] {
    let (outputs, inputs) = (weight.dim(0), weight.dim(1))
    return (0..<outputs).flatMap { output -> [Float] in
      let row = Array(weight.elements[output * inputs..<(output + 1) * inputs])
      var (halves, floats) = ([UInt16](repeating: 0, count: inputs), row)
      switch format {
      case .float16:
        ck_half_from_float(row, &halves, inputs)
        ck_float_from_half(halves, &floats, inputs)
      case .bfloat16:
        ck_bfloat_from_float(row, &halves, inputs)
        ck_float_from_bfloat(halves, &floats, inputs)
      case .int8:
        let scale = row.reduce(0) { max($0, abs($1)) } / 127
        if scale > 0 {
          floats = row.map {
            min(max(($0 / scale).rounded(.toNearestOrEven), -127), 127) * scale
          }
        } else {
          floats = row.map { _ in 0 }
        }
      }
      return floats
    }
  }

  private func compressed(
    _ weight: Tensor, to format: WeightFormat, _ layout: WeightLayout = .outputsByInputs
  ) -> Tensor {
    let copy = layout == .outputsByInputs ? weight.copy() : transposed(weight)
    copy.compress(to: format, layout: layout)
    return copy
  }

  private func transposed(_ matrix: Tensor) -> Tensor {
    let (rows, columns) = (matrix.dim(0), matrix.dim(1))
    let result = Tensor([columns, rows])
    for row in 0..<rows {
      for column in 0..<columns {
        result.pointer[column * rows + row] = matrix.pointer[row * columns + column]
      }
    }
    return result
  }

  /// The numbers that are stored, looked up as rows of an embedding.
  private func stored(_ weight: Tensor) -> [Float] {
    Tensor.embedding(weight, ids: Array(0..<Int32(weight.dim(0)))).elements
  }

  /// Sizes on either side of a panel and of a vector; with many rows, and weights of several parts.
  private static let shapes = [
    (1, 1, 1), (1, 5, 3), (1, 64, 64), (1, 100, 130), (1, 999, 63), (1, 768, 900), (0, 7, 9),
    (3, 70, 65), (6, 33, 129), (7, 33, 129), (20, 96, 200), (40, 770, 321),
  ]

  @Test(arguments: WeightFormat.allCases, [WeightLayout.inputsByOutputs, .outputsByInputs])
  func theProductIsThatOfTheRoundedWeights(_ format: WeightFormat, _ layout: WeightLayout) {
    for (index, (rows, inputs, outputs)) in Self.shapes.enumerated() {
      let seed = UInt64(3 * index)
      let x = Tensor.normal([rows, inputs], seed: seed)
      let weight = Tensor.normal([outputs, inputs], seed: seed + 1)
      let bias = Tensor.normal([outputs], seed: seed + 2)
      let small = compressed(weight, to: format, layout)
      let (y, plain) = (
        x.linear(small, bias: bias, layout: layout), x.linear(small, layout: layout)
      )
      #expect(y.shape == [rows, outputs] && plain.shape == y.shape)
      let w = rounded(weight, to: format)
      var worst = 0.0
      for row in 0..<rows {
        for output in 0..<outputs {
          let sum = (0..<inputs).reduce(0.0) {
            $0 + Double(x.pointer[row * inputs + $1]) * Double(w[output * inputs + $1])
          }
          let found = Double(plain.pointer[row * outputs + output])
          let shifted = Double(y.pointer[row * outputs + output])
          worst = max(worst, abs(found - sum))
          worst = max(worst, abs(shifted - sum - Double(bias.pointer[output])))
        }
      }
      // Partial sums are of the size √inputs, and each of the additions rounds: inputs · 2⁻²⁵ is one
      // standard deviation.
      let bound = 0x1p-22 * Double(inputs) + 1e-6
      #expect(worst <= bound, "\(rows) × \(inputs) × \(outputs)")
    }
  }

  @Test(arguments: WeightFormat.allCases)
  func bitsDoNotDependOnTheNumberOfThreads(_ format: WeightFormat) {
    let before = ThreadPool.threadCount
    defer { ThreadPool.threadCount = before }
    for (rows, inputs, outputs) in [(1, 768, 1000), (5, 300, 700), (30, 300, 700)] {
      let x = Tensor.normal([rows, inputs], seed: 1)
      let weight = Tensor.normal([outputs, inputs], seed: 2)
      let results = [1, 2, 3].map { threads in
        ThreadPool.threadCount = threads
        let small = compressed(weight, to: format)
        return x.linear(small, layout: .outputsByInputs).bits + stored(small).map(\.bitPattern)
      }
      #expect(results[0] == results[1] && results[0] == results[2])
    }
  }

  @Test(arguments: WeightFormat.allCases, [WeightLayout.inputsByOutputs, .outputsByInputs])
  func aRowIsLookedUpAsItIsStored(_ format: WeightFormat, _ layout: WeightLayout) {
    let weight = Tensor.normal([130, 70], seed: 4)
    let small = compressed(weight, to: format, layout)
    guard layout == .outputsByInputs else {
      #expect(small.shape == [70, 130] && small.count == 9100)
      return
    }
    #expect(stored(small) == rounded(weight, to: format))
    let places = Tensor.normal([3, 70], seed: 5)
    let found = Tensor.embedding(small, ids: [129, 0, 129], places: places, positions: [2, 0, 1])
    let table = Tensor([130, 70], rounded(weight, to: format))
    let expected = Tensor.embedding(
      table, ids: [129, 0, 129], places: places, positions: [2, 0, 1])
    #expect(found.bits == expected.bits)
  }

  /// Half a unit in the last of 11 or 8 bits, or half a step of 1/127 of the largest.
  @Test func roundingIsAsSmallAsTheFormatAllows() {
    let weight = Tensor.normal([90, 200], seed: 6)
    for format in WeightFormat.allCases {
      let found = stored(compressed(weight, to: format))
      for (row, output) in stride(from: 0, to: weight.count, by: 200).enumerated() {
        let largest = weight.elements[output..<output + 200].reduce(0) { max($0, abs($1)) }
        for place in output..<output + 200 {
          let exact = weight.pointer[place]
          let bound: Float =
            switch format {
            case .float16: max(0x1p-11 * abs(exact), 0x1p-25)
            case .bfloat16: 0x1p-8 * abs(exact)
            case .int8: 0.5001 * largest / 127
            }
          #expect(abs(found[place] - exact) <= bound, "\(format) row \(row)")
        }
      }
    }
  }

  @Test func rowsOfZerosAndSubnormalsStayFinite() {
    let weight = Tensor([4, 3])
    let tiny: [Float] = [0x1p-149, -0x1p-142, 0x1p-147, 0x1p-24, -0x1p-20, 3 * 0x1p-24]
    for (place, value) in tiny.enumerated() { weight.pointer[3 + place] = value }
    for place in 9..<12 { weight.pointer[place] = [1, -0.25, 0x1p-30][place - 9] }
    for format in WeightFormat.allCases {
      let found = stored(compressed(weight, to: format))
      #expect(found.allSatisfy { $0.isFinite } && found[..<3].allSatisfy { $0 == 0 })
      #expect(found == rounded(weight, to: format))
      // The largest of a row is kept, if the row is not subnormal itself.
      #expect(found[9] == 1)
    }
    let halves = stored(compressed(weight, to: .float16))
    #expect(Array(halves[6..<9]) == [0x1p-24, -0x1p-20, 3 * 0x1p-24])
  }

  @Test func aFormatHoldsWhatItHasNumbersFor() {
    let cases: [(Float, [WeightFormat])] = [
      (65_519.99, [.float16, .bfloat16, .int8]), (65_520, [.bfloat16, .int8]),
      (-65_520, [.bfloat16, .int8]), (1.7e38, [.bfloat16, .int8]), (3.38e38, [.bfloat16]),
      (-Float.greatestFiniteMagnitude, []), (.infinity, []), (.nan, []),
    ]
    for (value, holding) in cases {
      let weight = Tensor([2, 2], [0, 1, value, -1])
      #expect(WeightFormat.allCases.filter { $0.canHold(weight) } == holding, "\(value)")
      for format in holding {
        let found = stored(compressed(weight, to: format))
        #expect(found.allSatisfy { $0.isFinite })
      }
    }
  }

  @Test func aCompressedWeightIsNoParameterThatIsTrained() {
    let weight = Tensor.parameter([5, 4], seed: 7)
    #expect(weight.weightFormat == nil && weight.requiresGradient)
    weight.compress(to: .int8, layout: .outputsByInputs)
    #expect(weight.weightFormat == .int8 && !weight.requiresGradient)
    #expect(weight.shape == [5, 4] && weight.count == 20)
    let y = Tensor.normal([2, 4], seed: 8).linear(weight, layout: .outputsByInputs)
    #expect(y.node == nil)
  }

  /// The pool gets the floats back, and the numbers of few bits take a half or a quarter of them.
  @Test func theFloatsAreFreed() {
    func bytes(_ format: WeightFormat) -> Int {
      let before = MemoryPool.shared.statistics.bytesInUse
      let weight = Tensor([1024, 512])
      let full = MemoryPool.shared.statistics.bytesInUse - before
      #expect(full == 4 * weight.count)
      weight.compress(to: format, layout: .outputsByInputs)
      return withExtendedLifetime(weight) { MemoryPool.shared.statistics.bytesInUse - before }
    }
    for (format, size) in [(WeightFormat.float16, 2), (.bfloat16, 2), (.int8, 1)] {
      let found = bytes(format)
      #expect(found >= size * 1024 * 512 && found <= size * 1024 * 512 + 8192, "\(format) \(found)")
    }
  }
}
