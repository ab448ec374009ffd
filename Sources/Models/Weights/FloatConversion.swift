import CKernels

/// Conversions between the float formats of checkpoints, on whole arrays.
enum FloatConversion {
  /// Reads `destination.count` values of `type` from `source` (little-endian, any alignment).
  static func read(
    _ type: ScalarType, from source: UnsafeRawBufferPointer,
    into destination: UnsafeMutableBufferPointer<Float>
  ) {
    precondition(type.readsAsFloat, "\(type.rawValue) cannot be read as Float")
    precondition(
      source.count == destination.count * type.bits / 8,
      "\(source.count) bytes are not \(destination.count) values of \(type.rawValue)")
    guard let from = source.baseAddress, let to = destination.baseAddress else { return }
    let count = destination.count
    switch type {
    case .f32:
      UnsafeMutableRawPointer(to).copyMemory(from: from, byteCount: source.count)
    case .f64:
      for i in 0..<count {
        to[i] = Float(from.loadUnaligned(fromByteOffset: 8 &* i, as: Double.self))
      }
    default:
      withAlignedHalves(from, count) { halves, first, count in
        if type == .f16 {
          ck_float_from_half(halves, to + first, count)
        } else {
          ck_float_from_bfloat(halves, to + first, count)
        }
      }
    }
  }

  /// The values as little-endian bytes of F16 or BF16, rounded to nearest, ties to even.
  static func halves(_ source: UnsafeBufferPointer<Float>, as type: ScalarType) -> [UInt16] {
    precondition([.f16, .bf16].contains(type), "\(type.rawValue) has no 16 bits")
    return [UInt16](unsafeUninitializedCapacity: source.count) { halves, count in
      count = source.count
      guard let from = source.baseAddress, let to = halves.baseAddress else { return }
      if type == .f16 {
        ck_half_from_float(from, to, count)
      } else {
        ck_bfloat_from_float(from, to, count)
      }
    }
  }

  /// Runs `body` on all halves: at once where they are aligned, else on aligned copies of parts,
  /// because a header need not end on an even byte.
  private static func withAlignedHalves(
    _ source: UnsafeRawPointer, _ count: Int,
    _ body: (_ halves: UnsafePointer<UInt16>, _ first: Int, _ count: Int) -> Void
  ) {
    if UInt(bitPattern: source) % 2 == 0 {
      body(source.assumingMemoryBound(to: UInt16.self), 0, count)
      return
    }
    let part = 4096
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: part) { copy in
      for first in stride(from: 0, to: count, by: part) {
        let size = min(part, count - first)
        UnsafeMutableRawPointer(copy.baseAddress!)
          .copyMemory(from: source + 2 * first, byteCount: 2 * size)
        body(copy.baseAddress!, first, size)
      }
    }
  }
}
