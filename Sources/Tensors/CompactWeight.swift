import CKernels

/// Formats of few bits that the weights of a model can have where it only infers. Activations and
/// sums stay in float32.
public enum WeightFormat: String, CaseIterable, Codable, Sendable {
  case float16 = "f16"
  case bfloat16 = "bf16"
  /// Whole numbers in ±127 times a scale for each output, the largest of its weights / 127
  /// (absmax quantisation; Dettmers et al., 2022, equation 1).
  case int8

  var bytes: Int { self == .int8 ? 1 : 2 }

  /// Whether the format has a finite number near every one of these.
  public func canHold(_ weight: Tensor) -> Bool {
    guard weight.isFinite else { return false }
    // Half a step above the largest number that the format has, where rounding gives infinity. For
    // int8 127 times a rounded scale must stay a number.
    let limit: Float =
      switch self {
      case .float16: 65_520
      case .bfloat16: 0x1.FFp127
      case .int8: 0x1p127
      }
    return UnsafeBufferPointer(start: weight.pointer, count: weight.count)
      .allSatisfy { abs($0) < limit }
  }
}

/// A weight of few bits, in panels of outputs (compact_weights.c). There is no way back to its
/// floats, and no backward.
final class CompactWeight: Sendable {
  let format: WeightFormat
  /// That of the floats that it was made of.
  let layout: WeightLayout
  let inputs: Int
  let outputs: Int
  /// The panels, in memory of the floats' pool.
  private let storage: Storage
  /// For int8 a scale for each output.
  private let scales: Storage

  private static let width = Int(ck_panel_width)
  /// A part is worth handing to another thread above this many weights.
  private static let smallestPart = 1 << 17
  /// Up to so many rows a panel is read for each, from the cache; above, making floats of it and one
  /// sgemm take less time.
  private static let mostSingleRows = 6

  /// Rounds a weight in the given layout to the nearest numbers of the format.
  init(_ weight: Tensor, layout: WeightLayout, format: WeightFormat) {
    precondition(format.canHold(weight), "\(format.rawValue) cannot hold all of the weights")
    let isTransposed = layout == .outputsByInputs
    let (inputs, outputs) = (weight.dim(isTransposed ? 1 : 0), weight.dim(isTransposed ? 0 : 1))
    let (width, panels) = (Self.width, (outputs + Self.width - 1) / Self.width)
    (self.format, self.layout) = (format, layout)
    (self.inputs, self.outputs) = (inputs, outputs)
    storage = Storage(count: panels * inputs * width * format.bytes / 4)
    scales = Storage(count: format == .int8 ? panels * width : 0)
    let scratch = Storage(count: ThreadPool.threadCount * inputs * width)
    let w = weight.pointer
    ThreadPool.run(panels) { panel, worker in
      let floats = scratch.pointer + worker * inputs * width
      let first = panel * width
      let count = min(width, outputs - first)
      if count < width { ck_fill(floats, 0, inputs * width) }
      for input in 0..<inputs {
        let place = floats + input * width
        if isTransposed {
          for column in 0..<count { place[column] = w[(first + column) * inputs + input] }
        } else {
          place.update(from: w + input * outputs + first, count: count)
        }
      }
      let start = panel * inputs * width
      switch format {
      case .float16: ck_half_from_float(floats, halves + start, inputs * width)
      case .bfloat16: ck_bfloat_from_float(floats, halves + start, inputs * width)
      case .int8: ck_int8_from_panel(floats, bytes + start, scales.pointer + first, inputs)
      }
    }
  }

  private var halves: UnsafeMutablePointer<UInt16> {
    UnsafeMutableRawPointer(storage.pointer).assumingMemoryBound(to: UInt16.self)
  }

  private var bytes: UnsafeMutablePointer<Int8> {
    UnsafeMutableRawPointer(storage.pointer).assumingMemoryBound(to: Int8.self)
  }

  private var panels: Int { (outputs + Self.width - 1) / Self.width }

  /// y = x·Wᵀ for rows x [rows, inputs] → y [rows, outputs]. `finish(columns)` runs for outputs
  /// right after they were computed.
  func multiply(
    _ x: UnsafePointer<Float>, rows: Int, into y: UnsafeMutablePointer<Float>,
    finish: (_ columns: Range<Int>) -> Void
  ) {
    let (width, inputs, outputs) = (Self.width, inputs, outputs)
    let panelSize = inputs * width
    let isSingle = rows <= Self.mostSingleRows
    let scratch = Storage(count: isSingle ? 0 : ThreadPool.threadCount * panelSize)
    let grain = max(1, Self.smallestPart / max(1, panelSize * rows))
    ThreadPool.run((panels + grain - 1) / grain) { part, worker in
      let range = part * grain..<min(panels, (part + 1) * grain)
      let columns = range.lowerBound * width..<min(outputs, range.upperBound * width)
      if isSingle {
        for panel in range {
          for row in 0..<rows {
            multiplyRow(x + row * inputs, panel: panel, into: y + row * outputs)
          }
        }
      } else {
        let floats = scratch.pointer + worker * panelSize
        for panel in range {
          expand(panel, into: floats)
          let first = panel * width
          MatrixProduct.single(
            false, false, rows, min(width, outputs - first), inputs, 1, x, inputs, floats, width, 0,
            y + first, outputs)
        }
      }
      finish(columns)
    }
  }

  private func multiplyRow(
    _ x: UnsafePointer<Float>, panel: Int, into y: UnsafeMutablePointer<Float>
  ) {
    let (start, first) = (panel * inputs * Self.width, panel * Self.width)
    let (y, count) = (y + first, min(Self.width, outputs - first))
    switch format {
    case .float16: ck_half_panel(halves + start, x, y, inputs, count)
    case .bfloat16: ck_bfloat_panel(halves + start, x, y, inputs, count)
    case .int8: ck_int8_panel(bytes + start, scales.pointer + first, x, y, inputs, count)
    }
  }

  /// One panel as floats [inputs, 64].
  private func expand(_ panel: Int, into floats: UnsafeMutablePointer<Float>) {
    let (size, start) = (inputs * Self.width, panel * inputs * Self.width)
    switch format {
    case .float16: ck_float_from_half(halves + start, floats, size)
    case .bfloat16: ck_float_from_bfloat(halves + start, floats, size)
    case .int8:
      ck_panel_from_int8(bytes + start, scales.pointer + panel * Self.width, floats, inputs)
    }
  }

  /// The weights of some outputs as floats [N, inputs]: rows of an embedding.
  func rows(_ outputs: [Int32]) -> Tensor {
    let (width, inputs) = (Self.width, inputs)
    let result = Tensor(uninitialized: [outputs.count, inputs])
    let scratch = Storage(count: ThreadPool.threadCount * inputs * width)
    ThreadPool.run(outputs.count) { row, worker in
      let (panel, column) = Int(outputs[row]).quotientAndRemainder(dividingBy: width)
      let floats = scratch.pointer + worker * inputs * width
      expand(panel, into: floats)
      let place = result.pointer + row * inputs
      for input in 0..<inputs { place[input] = floats[input * width + column] }
    }
    return result
  }
}
