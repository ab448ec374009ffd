extension Tensor {
  /// A matrix [N, W] in which the rows at `places`, all different, are those of `rows`
  /// [places.count, W].
  public func replacingRows(at places: [Int], with rows: Tensor) -> Tensor {
    let width = dim(1)
    precondition(
      rows.shape == [places.count, width] && places.allSatisfy { 0..<dim(0) ~= $0 },
      "replacingRows: \(shape) meets \(rows.shape) at \(places.count) places")
    let result = copy()
    for (row, place) in places.enumerated() {
      (result.pointer + place * width).update(from: rows.pointer + row * width, count: width)
    }
    return .record(result, inputs: [self, rows]) { gradient, into in
      if into.areWanted(0) {
        let rest = gradient.copy()
        for place in places { (rest.pointer + place * width).update(repeating: 0, count: width) }
        into.add(rest, to: 0)
      }
      if into.areWanted(1) {
        let taken = Tensor(uninitialized: [places.count, width])
        for (row, place) in places.enumerated() {
          (taken.pointer + row * width).update(from: gradient.pointer + place * width, count: width)
        }
        into.add(taken, to: 1)
      }
    }
  }

  /// The packed rows of a matrix [N, W] with the same `lead` [P, w] before each, w ≤ W: its columns
  /// are the last w, and the others are 0. Returns [N + P · rows, W].
  public func leading(_ lead: Tensor, _ segments: Segments) -> Tensor {
    let (tokens, width) = (dim(0), dim(1))
    let (length, leadWidth) = (lead.dim(0), lead.dim(1))
    precondition(
      segments.tokenCount == tokens && leadWidth <= width,
      "leading: \(lead.shape) cannot stand before rows of \(shape)")
    let gap = width - leadWidth
    let result = Tensor(uninitialized: [tokens + length * segments.count, width])
    for row in 0..<segments.count {
      let range = segments.range(row)
      let start = result.pointer + (range.lowerBound + row * length) * width
      for place in 0..<length {
        (start + place * width).update(repeating: 0, count: gap)
        (start + place * width + gap).update(
          from: lead.pointer + place * leadWidth, count: leadWidth)
      }
      (start + length * width).update(
        from: pointer + range.lowerBound * width, count: range.count * width)
    }
    let shape = shape
    return .record(result, inputs: [self, lead]) { gradient, into in
      if into.areWanted(0) {
        let dx = Tensor(uninitialized: shape)
        for row in 0..<segments.count {
          let range = segments.range(row)
          (dx.pointer + range.lowerBound * width).update(
            from: gradient.pointer + (range.lowerBound + (row + 1) * length) * width,
            count: range.count * width)
        }
        into.add(dx, to: 0)
      }
      if into.areWanted(1) {
        into.write(to: 1, shape: [length, leadWidth]) { sum, accumulate in
          if !accumulate { sum.update(repeating: 0, count: length * leadWidth) }
          for row in 0..<segments.count {
            let start = gradient.pointer + (segments.range(row).lowerBound + row * length) * width
            for place in 0..<length {
              Kernel.addScaled(
                start + place * width + gap, 1, to: sum + place * leadWidth, count: leadWidth)
            }
          }
        }
      }
    }
  }
}

extension Segments {
  /// The same rows with so many more tokens before each.
  public func lengthened(by count: Int) -> Segments {
    Segments(lengths: (0..<self.count).map { range($0).count + count })
  }

  /// The places of the tokens that `lengthened` did not add.
  public func places(after lead: Int) -> [Int] {
    (0..<count).flatMap { row in
      let range = range(row)
      return (range.lowerBound + (row + 1) * lead)..<(range.upperBound + (row + 1) * lead)
    }
  }
}
