import CKernels

/// The label of a position that no loss is counted for, as in PyTorch and transformers.
public let ignoreIndex: Int32 = -100

extension Tensor {
  /// Cross-entropy of a language-model head, from hidden states [N, H] and the head's weight [V, H].
  ///
  /// `labels[i]` is the token that position i is to predict (already shifted), or `ignoreIndex`.
  /// Returns Σ weight·(−log p(label)) / denominator, shape [1]; `denominator` is the sum of the
  /// weights of the labelled positions unless it is given, which gradient accumulation does.
  ///
  /// Logits exist only for labelled positions and a chunk at a time. The gradients of the head are
  /// made in the same pass, while a chunk's logits are there, so that nothing is computed twice.
  public func languageModelLoss(
    head weight: Tensor, labels: [Int32], weights: [Float]? = nil, denominator: Float? = nil
  ) -> Tensor {
    let (tokens, width, vocabulary) = (dim(0), dim(1), weight.dim(0))
    precondition(labels.count == tokens, "\(tokens) positions meet \(labels.count) labels")
    precondition(weights?.count ?? tokens == tokens, "every position needs a weight")
    let labelled = labels.indices.filter { labels[$0] != ignoreIndex }
    let rowLabels = labelled.map { labels[$0] }
    precondition(
      rowLabels.allSatisfy { $0 >= 0 && $0 < vocabulary }, "a label is not in 0 ..< \(vocabulary)")
    let rowWeights = weights.map { all in labelled.map { all[$0] } }
    let total = rowWeights.map { $0.reduce(0, +) } ?? Float(labelled.count)
    let divisor = max(denominator ?? total, Float.leastNormalMagnitude)
    let wantsHidden = Tape.isRecording && node != nil
    let wantsWeight = Tape.isRecording && weight.node != nil
    let wantsGradient = wantsHidden || wantsWeight

    let dHidden = wantsHidden ? Tensor(shape, filledWith: 0) : nil
    let dWeight = wantsWeight ? Tensor(uninitialized: weight.shape) : nil
    if labelled.isEmpty, let dWeight { ck_fill(dWeight.pointer, 0, dWeight.count) }
    let chunk = min(max(1, labelled.count), max(512, (1 << 21) / vocabulary))
    let logits = Storage(count: chunk * vocabulary)
    let gathered = Storage(count: chunk * width)
    var sum = 0.0
    for start in stride(from: 0, to: labelled.count, by: chunk) {
      let rows = min(chunk, labelled.count - start)
      for row in 0..<rows {
        (gathered.pointer + row * width).update(
          from: pointer + labelled[start + row] * width, count: width)
      }
      sum += Tensor.lossOfRows(
        gathered: gathered.pointer, weight: weight, logits: logits.pointer,
        labels: Array(rowLabels[start..<start + rows]),
        weights: rowWeights.map { Array($0[start..<start + rows]) },
        gradientScale: wantsGradient ? 1 / divisor : 0)
      if let dWeight {
        MatrixProduct.run(
          transposeA: true, m: vocabulary, n: width, k: rows, a: logits.pointer, lda: vocabulary,
          b: gathered.pointer, ldb: width, beta: start == 0 ? 0 : 1, c: dWeight.pointer, ldc: width)
      }
      if let dHidden {
        MatrixProduct.run(
          m: rows, n: width, k: vocabulary, a: logits.pointer, lda: vocabulary, b: weight.pointer,
          ldb: width, c: gathered.pointer, ldc: width)
        for row in 0..<rows {
          (dHidden.pointer + labelled[start + row] * width).update(
            from: gathered.pointer + row * width, count: width)
        }
      }
    }
    let result = Tensor([1], [Float(sum / Double(divisor))])
    return .record(result, inputs: [self, weight]) { gradient, into in
      for (input, finished) in [dHidden, dWeight].enumerated() {
        guard let finished else { continue }
        if gradient.scalar != 1 {
          Kernel.forEachRange(finished.count) {
            ck_scale(finished.pointer + $0, gradient.scalar, finished.pointer + $0, $1)
          }
        }
        into.add(finished, to: input)
      }
    }
  }

  /// Cross-entropy of logits [N, C] with one label a row, averaged over the labelled rows (weighted
  /// where weights are given). Returns shape [1].
  public func crossEntropy(
    labels: [Int32], weights: [Float]? = nil, denominator: Float? = nil
  ) -> Tensor {
    let (rows, classes) = (dim(0), dim(1))
    precondition(labels.count == rows, "\(rows) rows meet \(labels.count) labels")
    precondition(weights?.count ?? rows == rows, "every row needs a weight")
    precondition(
      labels.allSatisfy { $0 == ignoreIndex || ($0 >= 0 && $0 < classes) },
      "a label is not in 0 ..< \(classes)")
    let counted = zip(labels, weights ?? Array(repeating: 1, count: rows)).map {
      $0 == ignoreIndex ? 0 : $1
    }
    let divisor = max(denominator ?? counted.reduce(0, +), Float.leastNormalMagnitude)
    let work = copy()
    let losses = Storage(count: rows)
    ck_cross_entropy(
      work.pointer, labels.map { max(0, $0) }, counted, rows, classes,
      Tape.isRecording && node != nil ? 1 / divisor : 0, losses.pointer)
    let result = Tensor([1], [Float(ck_sum(losses.pointer, rows) / Double(divisor))])
    return .record(result, inputs: [self]) { gradient, into in
      into.write(to: 0, shape: [rows, classes]) { dx, accumulate in
        if !accumulate { ck_fill(dx, 0, rows * classes) }
        ck_add_scaled(work.pointer, gradient.scalar, dx, rows * classes)
      }
    }
  }

  /// −log p(label) at every position, from hidden states and a head; 0 where the label is
  /// `ignoreIndex`. For evaluation: records no graph.
  public func languageModelLosses(head weight: Tensor, labels: [Int32]) -> [Float] {
    withoutGradients {
      let (width, vocabulary) = (dim(1), weight.dim(0))
      precondition(labels.count == dim(0), "\(dim(0)) positions meet \(labels.count) labels")
      precondition(
        labels.allSatisfy { $0 == ignoreIndex || ($0 >= 0 && $0 < vocabulary) },
        "a label is not in 0 ..< \(vocabulary)")
      let labelled = labels.indices.filter { labels[$0] != ignoreIndex }
      let chunk = max(1, min(labelled.count, max(512, (1 << 21) / vocabulary)))
      let logits = Storage(count: chunk * vocabulary)
      let gathered = Storage(count: chunk * width)
      var losses = [Float](repeating: 0, count: labels.count)
      for start in stride(from: 0, to: labelled.count, by: chunk) {
        let places = labelled[start..<min(start + chunk, labelled.count)]
        for (row, place) in places.enumerated() {
          (gathered.pointer + row * width).update(from: pointer + place * width, count: width)
        }
        var rowLosses = [Float](repeating: 0, count: places.count)
        _ = Tensor.lossOfRows(
          gathered: gathered.pointer, weight: weight, logits: logits.pointer,
          labels: places.map { labels[$0] }, weights: nil, gradientScale: 0, losses: &rowLosses)
        for (row, place) in places.enumerated() { losses[place] = rowLosses[row] }
      }
      return losses
    }
  }

  /// One chunk: logits of the gathered rows, then their losses, and with a scale their gradients in
  /// place. Returns the sum of the losses.
  private static func lossOfRows(
    gathered: UnsafePointer<Float>, weight: Tensor, logits: UnsafeMutablePointer<Float>,
    labels: [Int32], weights: [Float]?, gradientScale: Float
  ) -> Double {
    var losses = [Float](repeating: 0, count: labels.count)
    return lossOfRows(
      gathered: gathered, weight: weight, logits: logits, labels: labels, weights: weights,
      gradientScale: gradientScale, losses: &losses)
  }

  private static func lossOfRows(
    gathered: UnsafePointer<Float>, weight: Tensor, logits: UnsafeMutablePointer<Float>,
    labels: [Int32], weights: [Float]?, gradientScale: Float, losses: inout [Float]
  ) -> Double {
    let (rows, vocabulary, width) = (labels.count, weight.dim(0), weight.dim(1))
    MatrixProduct.run(
      transposeB: true, m: rows, n: vocabulary, k: width, a: gathered, lda: width,
      b: weight.pointer, ldb: width, c: logits, ldc: vocabulary)
    let rowWeights = weights ?? Array(repeating: 1, count: rows)
    losses.withUnsafeMutableBufferPointer { losses in
      labels.withUnsafeBufferPointer { labels in
        rowWeights.withUnsafeBufferPointer { weights in
          ThreadPool.ranges(of: rows, grain: ThreadPool.rowGrain(width: vocabulary)) { range in
            let first = range.lowerBound
            ck_cross_entropy(
              logits + first * vocabulary, labels.baseAddress! + first,
              weights.baseAddress! + first, range.count, vocabulary, gradientScale,
              losses.baseAddress! + first)
          }
        }
      }
    }
    return losses.reduce(0.0) { $0 + Double($1) }
  }
}
