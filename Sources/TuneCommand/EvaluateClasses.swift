import Commands
import FineTuning
import Foundation
import Models
import Tokenizers

/// How a classifier does on labelled texts.
struct ClassEvaluation: Encodable {
  struct Class: Encodable {
    let name: String
    let rows: Int
    /// Nil where no row was predicted so.
    let precision: Double?
    /// Nil where there is no such row.
    let recall: Double?
    let f1: Double?
  }

  let rows: Int
  let accuracy: Double
  let macroF1: Double
  let expectedCalibrationError: Double
  let classes: [Class]
  /// Rows of class i that were predicted as class j, at [i][j].
  let confusion: [[Int]]

  init(
    _ folder: URL, _ adapter: AdapterFolder?, file: URL, textColumn: String, labelColumn: String,
    maxLength: Int?
  ) throws {
    let classifier = try NamedClassifier(folder, adapter)
    let (labels, contextLength) = (classifier.labels, classifier.model.transformer.contextLength)
    if let maxLength, maxLength > contextLength {
      throw TrainRowsError.maxLengthOverContext(maxLength, contextLength: contextLength)
    }
    let texts = LabelledTexts(
      tokenizer: try Tokenizer(folder: folder), maxLength: maxLength, limit: contextLength)
    let rows = try texts.encoded(
      LabelledFile(file, text: textColumn, label: labelColumn, labels: labels).rows, of: file)
    let probabilities = try classifier.model.probabilities(rows.tokens)
    let metrics = ClassificationMetrics(
      actual: rows.labels,
      predicted: probabilities.map { row in row.indices.max { row[$0] < row[$1] }! },
      classes: labels.count)
    self.rows = rows.count
    accuracy = metrics.accuracy
    macroF1 = metrics.macroF1
    expectedCalibrationError =
      Calibration(probabilities: probabilities, actual: rows.labels).expectedError
    classes = labels.enumerated().map { label, name in
      Class(
        name: name, rows: metrics.support(of: label), precision: metrics.precision(of: label),
        recall: metrics.recall(of: label), f1: metrics.f1(of: label))
    }
    confusion = metrics.counts
  }

  func printAsText() {
    print("rows\t\(rows)")
    for (name, value) in [
      ("accuracy", accuracy), ("macro-F1", macroF1),
      ("expected calibration error", expectedCalibrationError),
    ] {
      print(String(format: "%@\t%.3f", name, value))
    }
    func text(_ value: Double?) -> String { value.map { String(format: "%.3f", $0) } ?? "-" }
    print("\nclass\trows\tprecision\trecall\tF1")
    for one in classes {
      print(
        "\(one.name)\t\(one.rows)\t\(text(one.precision))\t\(text(one.recall))\t\(text(one.f1))")
    }
    print("\nrows of a class, by the class predicted")
    print((["class"] + classes.map(\.name)).joined(separator: "\t"))
    for (one, counts) in zip(classes, confusion) {
      print(([one.name] + counts.map(String.init)).joined(separator: "\t"))
    }
  }
}
