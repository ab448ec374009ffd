import CKernels

extension Tensor {
  /// Every row of a matrix [N, W] times W numbers of any shape, element by element.
  public func scaledColumns(by scale: Tensor) -> Tensor {
    let (rows, width) = (dim(0), dim(1))
    precondition(scale.count == width, "scaledColumns: \(shape) meets \(scale.shape)")
    let result = Tensor(uninitialized: shape)
    ColumnScale.multiply(
      pointer, scale.pointer, into: result.pointer, rows: rows, width: width, accumulate: false)
    guard Tensor.willRecord([self, scale]) else { return result }
    let (x, s) = (detached, scale.detached)
    return .record(result, inputs: [self, scale]) { gradient, into in
      if into.areWanted(0) {
        into.write(to: 0, shape: x.shape) { dx, accumulate in
          ColumnScale.multiply(
            gradient.pointer, s.pointer, into: dx, rows: rows, width: width, accumulate: accumulate)
        }
      }
      if into.areWanted(1) {
        into.write(to: 1, shape: s.shape) { ds, accumulate in
          let grain = rows * width <= ThreadPool.elementGrain ? width : max(64, (width + 3) / 4)
          ThreadPool.ranges(of: width, grain: grain) { columns in
            let first = columns.lowerBound
            ck_column_dots(
              gradient.pointer + first, x.pointer + first, rows, columns.count, width, ds + first,
              accumulate)
          }
        }
      }
    }
  }
}

extension Tensor {
  /// A vector [W] added to every row of a matrix [N, W].
  public func addingToRows(_ shift: Tensor) -> Tensor {
    let (rows, width) = (dim(0), dim(1))
    precondition(shift.shape == [width], "addingToRows: \(shape) meets \(shift.shape)")
    let result = copy()
    ThreadPool.ranges(of: rows, grain: ThreadPool.rowGrain(width: width)) { range in
      ck_add_bias(
        result.pointer + range.lowerBound * width, shift.pointer, range.count, width, width)
    }
    return .record(result, inputs: [self, shift]) { gradient, into in
      into.add(gradient, to: 0)
      if into.areWanted(1) {
        into.write(to: 1, shape: [width]) { sums, accumulate in
          Kernel.columnSums(
            gradient.pointer, rows: rows, width: width, into: sums, accumulate: accumulate)
        }
      }
    }
  }

  /// For each output of a linear map with this weight the sum of the squares of its weights, outside
  /// the graph.
  package func outputSquares(_ layout: WeightLayout) -> [Float] {
    let (rows, width) = (dim(0), dim(1))
    if layout == .outputsByInputs {
      return (0..<rows).map { Float(ck_sum_of_squares(pointer + $0 * width, width)) }
    }
    var squares = [Float](repeating: 0, count: width)
    ck_column_dots(pointer, pointer, rows, width, width, &squares, false)
    return squares
  }

  /// Multiplies all weights of each output of a linear map by a factor, outside the graph.
  package func scaleOutputs(by factors: [Float], _ layout: WeightLayout) {
    let (rows, width) = (dim(0), dim(1))
    if layout == .inputsByOutputs {
      ck_scale_columns(pointer, factors, pointer, rows, width, false)
    } else {
      for row in 0..<rows {
        ck_scale(pointer + row * width, factors[row], pointer + row * width, width)
      }
    }
  }
}

private enum ColumnScale {
  static func multiply(
    _ x: UnsafePointer<Float>, _ scale: UnsafePointer<Float>,
    into result: UnsafeMutablePointer<Float>, rows: Int, width: Int, accumulate: Bool
  ) {
    ThreadPool.ranges(of: rows, grain: ThreadPool.rowGrain(width: width)) { range in
      let start = range.lowerBound * width
      ck_scale_columns(x + start, scale, result + start, range.count, width, accumulate)
    }
  }
}
