import Course

/// The first test reviews of each bed.
func examples(of beds: [Bed]) -> Table {
  var table = Table(
    "The first test reviews of each bed",
    columns: [.left("bed"), .left("review"), .left("label")])
  for bed in beds {
    for sample in bed.test.prefix(4) {
      table.add(
        .label(bed.name), .text(sample.text), .label(sample.label == 1 ? "praise" : "complaint"))
    }
  }
  return table
}

/// What a step costs when a part is trained, on rows that were encoded already.
func costOfParts(_ classifier: TextClassifier, _ rows: LabelledRows) throws -> Table {
  var table = Table(
    "One step on 16 reviews",
    columns: [.left("what is trained"), .right("numbers trained"), .right("operations")])
  for (name, part) in [("all layers", TextClassifier.Part.all), ("last block", .lastBlock)] {
    classifier.train(only: part)
    table.add(
      .label(name), .integer(classifier.trainableParameterCount),
      .scientific(try classifier.operations(rows, training: part)))
  }
  classifier.train(only: .head)
  let known = try classifier.withFeatures(rows)
  for (name, rows) in [("head only, on tokens", rows), ("head only, on features", known)] {
    table.add(
      .label(name), .integer(classifier.trainableParameterCount),
      .scientific(try classifier.operations(rows, training: .head)))
  }
  return table
}

/// The accuracy of the arms that two models have in common.
func sizeTable(_ title: String, _ nano: Findings, _ mini: Findings) -> Table {
  var table = Table(
    title,
    columns: [
      .left("arm"), .right("rows"), .right("nano"), .right("mini"), .right("difference, points"),
    ])
  for rows in mini.sizes {
    for (start, part, name) in armNames where part != .lastBlock {
      let (smaller, larger) = (nano.hits(start, part, rows), mini.hits(start, part, rows))
      table.add(
        .label(name), .integer(rows), .percent(Estimate(smaller).mean, 1),
        .percent(Estimate(larger).mean, 1), points(difference(larger, smaller)))
    }
  }
  return table
}

/// The operations that pre-training a model of this course took, 6·N·D; nil for another model.
func pretrainingOperations(_ folder: URL) -> Double? {
  struct Card: Decodable {
    let parameters: Double
    let tokensSeen: Double
  }
  let card = try? JSONDecoder().decode(
    Card.self, from: Data(contentsOf: folder.appendingPathComponent("card.json")))
  return card.map { 6 * $0.parameters * $0.tokensSeen }
}

/// The mean over sizes of what each seed had on each row.
func meanOfSizes(_ sizes: [[[Double]]]) -> [[Double]] {
  sizes[0].indices.map { seed in
    sizes[0][seed].indices.map { row in sizes.map { $0[seed][row] }.mean }
  }
}

/// How right a classifier is where it is how sure.
func reliabilityChart(_ title: String, _ calibration: Calibration) -> LineChart {
  let bins = calibration.bins.filter { $0.count > 0 }
  return LineChart(
    title, x: .percent("confidence", from: 0.5), y: .percent("accuracy", from: nil),
    [
      Series(
        "this classifier", bins.map { Point($0.confidence, $0.accuracy, label: "\($0.count)") }),
      Series("as sure as right", [Point(0.5, 0.5), Point(1, 1)]),
    ])
}

/// Accuracy on the reviews of each kind of difficulty, and on both halves of minimal pairs; hits are
/// seeds × test rows.
func hardTable(_ title: String, _ bed: Bed, model: [[Double]], words: [[Double]]) -> Table {
  var table = Table(
    title,
    columns: [.left("reviews"), .right("number"), .right("the model"), .right("bag of words")])
  let accuracy = { (hits: [[Double]], rows: [Int]) in
    hits.map { seed in rows.map { seed[$0] }.mean }.mean
  }
  for kind in [nil] + Set(bed.test.compactMap(\.hard)).sorted().map(Optional.some) {
    let rows = bed.test.indices.filter { bed.test[$0].hard == kind }
    table.add(
      .label(kind ?? "not hard"), .integer(rows.count), .percent(accuracy(model, rows), 1),
      .percent(accuracy(words, rows), 1))
  }
  let both = { (hits: [[Double]]) in
    hits.map { seed in bed.pairs.map { $0.map { seed[$0] }.min()! }.mean }.mean
  }
  table.add(
    "minimal pairs, both right", .integer(bed.pairs.count), .percent(both(model), 1),
    .percent(both(words), 1))
  return table
}
