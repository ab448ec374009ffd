import FineTuning
import Models
import Tensors
import Testing

@Suite struct OptionScoringTests {
  private let model = Sample.model()
  private let prefix = Sample.tokens(6, below: 37, seed: 2)
  private let queries = [3, 1, 7, 5, 2].map { Sample.tokens($0, below: 37, seed: 10 + UInt64($0)) }
  private let options = [[4], [5, 6, 7], [8, 9]].map { $0.map(Int32.init) }

  /// A shared prefix, shared queries and any number of rows at a time change no score.
  @Test(arguments: [(0, 16), (6, 16), (6, 1), (6, 2), (1, 3)])
  func equalTheLossesOfEachTextAlone(prefixLength: Int, rowsAtATime: Int) throws {
    let prefix = Array(prefix.prefix(prefixLength))
    let scores = try model.optionScores(
      prefix: prefix, queries: queries, options: options, rowsAtATime: rowsAtATime)
    #expect(scores.count == queries.count)
    for (query, row) in zip(queries, scores) {
      #expect(row.map(\.tokenCount) == [1, 3, 2])
      for (option, score) in zip(options, row) {
        let losses = try model.continuationLosses(prefix + query, option)
        let sum = -losses.reduce(0.0) { $0 + Double($1) }
        #expect(abs(score.sum - sum) < 1e-4)
        #expect(abs(score.mean - sum / Double(option.count)) < 1e-4)
      }
    }
  }

  @Test func nothingAskedIsNothingScored() throws {
    #expect(try model.optionScores(prefix: prefix, queries: [], options: options).isEmpty)
    #expect(try model.optionScores(prefix: prefix, queries: [[1], [2]], options: []) == [[], []])
  }

  /// The context holds 24 tokens, and the last one of an option is never read.
  @Test func whatDoesNotFitIsAnError() throws {
    let query = Sample.tokens(16, below: 37)
    _ = try model.optionScores(prefix: prefix, queries: [query], options: [[1, 2, 3]])
    #expect(throws: ModelInputError.tooLong(row: 1, tokens: 25, contextLength: 24)) {
      try model.optionScores(prefix: prefix, queries: [[1], query], options: [[1], [1, 2, 3, 4]])
    }
    #expect(throws: ModelInputError.emptyRow(1)) {
      try model.optionScores(queries: [[1], []], options: options)
    }
    #expect(throws: ModelInputError.unknownToken(37, row: 0, vocabSize: 37)) {
      try model.optionScores(queries: [[37]], options: options)
    }
    #expect(throws: ModelInputError.unknownLabel(37, count: 37)) {
      try model.optionScores(queries: [[1]], options: [[1, 37]])
    }
  }

  @Test func noGraphAndNoMemoryIsLeft() throws {
    let memory = MemoryPool.shared.statistics.bytesInUse
    _ = try model.optionScores(prefix: prefix, queries: queries, options: options)
    #expect(MemoryPool.shared.statistics.bytesInUse == memory)
    #expect(model.parameters().allSatisfy { $0.gradient == nil })
  }
}
