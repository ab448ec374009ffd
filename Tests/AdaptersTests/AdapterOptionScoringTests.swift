import Adapters
import FineTuning
import Foundation
import Layers
import Models
import Tensors
import Testing

@Suite struct AdapterOptionScoringTests {
  /// With an adapter too, a shared prefix and shared queries change no score.
  @Test(arguments: MethodCase.all, [0, 2])
  func optionsScoreAsTheirTextsAlone(_ tried: MethodCase, _ prefixLength: Int) throws {
    let model = Sample.languageModel()
    try tried.method.attach(to: model).move()
    let prefix = Array(tried.rows[2].prefix(prefixLength))
    let options: [[Int32]] = [[3], [1, 6, 2]]
    let scores = try model.optionScores(
      prefix: prefix, queries: tried.rows, options: options, rowsAtATime: 2)
    for (query, row) in zip(tried.rows, scores) {
      for (option, score) in zip(options, row) {
        let text = prefix + query
        let logits = try withoutGradients { try model.logits(TokenBatch([text + option])) }
        let sum = option.enumerated().reduce(0.0) { sum, place in
          let start = (text.count + place.offset - 1) * Sample.vocabSize
          let scores = logits.elements[start..<start + Sample.vocabSize].map(Double.init)
          return sum + scores[Int(place.element)] - log(scores.reduce(0) { $0 + exp($1) })
        }
        #expect(abs(score.sum - sum) < 1e-4)
      }
    }
  }
}
