/// Conversions between the float formats of checkpoints, on whole arrays.
///
/// F16 is converted with integer arithmetic: without the F16C instructions, which a build for any
/// x86-64 may not use, Swift's `Float16` calls a function for every element.
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
    case .f16:
      for i in 0..<count {
        to[i] = float(half: from.loadUnaligned(fromByteOffset: 2 &* i, as: UInt16.self))
      }
    default:
      for i in 0..<count {
        let bits = from.loadUnaligned(fromByteOffset: 2 &* i, as: UInt16.self)
        to[i] = Float(bitPattern: UInt32(bits) << 16)
      }
    }
  }

  /// The values as little-endian bytes of F32, F16 or BF16, rounded to nearest, ties to even.
  static func write(
    _ source: UnsafeBufferPointer<Float>, as type: ScalarType,
    into destination: UnsafeMutableRawBufferPointer
  ) {
    precondition(
      destination.count == source.count * type.bits / 8,
      "\(source.count) values of \(type.rawValue) do not fill \(destination.count) bytes")
    guard let from = source.baseAddress, let to = destination.baseAddress else { return }
    switch type {
    case .f32:
      to.copyMemory(from: from, byteCount: destination.count)
    case .f16:
      for i in 0..<source.count {
        to.storeBytes(of: half(from[i]), toByteOffset: 2 &* i, as: UInt16.self)
      }
    case .bf16:
      for i in 0..<source.count {
        to.storeBytes(of: bfloat(from[i]), toByteOffset: 2 &* i, as: UInt16.self)
      }
    default:
      preconditionFailure("\(type.rawValue) is not written")
    }
  }

  /// Both formats lay out sign, exponent, mantissa; the multiplication by 2¹¹² corrects the bias of
  /// the exponent and makes subnormal halves normal.
  @inline(__always)
  static func float(half: UInt16) -> Float {
    let sign = UInt32(half & 0x8000) << 16
    let magnitude = UInt32(half & 0x7fff) << 13
    let scaled = (Float(bitPattern: magnitude) * 0x1p112).bitPattern
    let special = magnitude | 0x7f80_0000
    return Float(bitPattern: sign | (magnitude >= 0x7c00 << 13 ? special : scaled))
  }

  @inline(__always)
  static func half(_ value: Float) -> UInt16 {
    let bits = value.bitPattern
    let sign = bits >> 16 & 0x8000
    let magnitude = bits & 0x7fff_ffff
    let odd = magnitude >> 13 & 1
    let normal = (magnitude &- (112 << 23) &+ 0xfff &+ odd) >> 13
    // Adding ½ moves the bits of a subnormal half to the bottom of the sum, rounded by the adder.
    let subnormal = (Float(bitPattern: magnitude) + 0.5).bitPattern &- 0x3f00_0000
    let nan: UInt32 = 0x7e00
    var result = magnitude < 113 << 23 ? subnormal : normal
    result = magnitude >= 143 << 23 ? 0x7c00 : min(result, 0x7c00)
    result = magnitude > 0x7f80_0000 ? nan : result
    return UInt16(truncatingIfNeeded: sign | result)
  }

  @inline(__always)
  static func bfloat(_ value: Float) -> UInt16 {
    let bits = value.bitPattern
    let rounded = (bits &+ 0x7fff &+ (bits >> 16 & 1)) >> 16
    let nan = bits >> 16 | 0x40
    return UInt16(truncatingIfNeeded: bits & 0x7fff_ffff > 0x7f80_0000 ? nan : rounded)
  }
}
