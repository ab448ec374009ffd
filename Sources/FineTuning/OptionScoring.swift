import Layers
import Models
import Tensors

/// How likely a model finds one answer.
public struct OptionScore: Sendable, Codable, Equatable {
  /// ln p of the whole answer, the sum over its tokens. Short answers have an advantage.
  public let sum: Double
  public let tokenCount: Int

  public init(sum: Double, tokenCount: Int) {
    self.sum = sum
    self.tokenCount = tokenCount
  }

  /// ln p per token, which compares answers of different lengths.
  public var mean: Double { sum / Double(tokenCount) }
}

extension LanguageModel {
  /// How likely each of several answers is after `prefix + query`, for each query: [query][option].
  ///
  /// All queries share the prefix, such as the worked examples of a few-shot prompt. It is computed
  /// once and its keys and values are copied for `rowsAtATime` queries; each query is computed once
  /// for all options. Throws `ModelInputError`, whose row is the query's.
  public func optionScores(
    prefix: [Int32] = [], queries: [[Int32]], options: [[Int32]], rowsAtATime: Int = 16
  ) throws -> [[OptionScore]] {
    precondition(rowsAtATime > 0, "at least one row at a time")
    precondition(options.allSatisfy { !$0.isEmpty }, "every option needs a token")
    let room = (queries.map(\.count).max() ?? 0) + (options.map(\.count).max() ?? 1) - 1
    try check(queries, prefix: prefix, options: options)
    guard !queries.isEmpty, !options.isEmpty else { return queries.map { _ in [] } }

    return try withoutGradients {
      let start = makeCache(rows: 1, capacity: max(1, prefix.count))
      if !prefix.isEmpty {
        _ = try hiddenStates(TokenBatch([prefix]), cache: start, dropout: nil)
      }
      let cache = start.copies(
        min(rowsAtATime, queries.count), capacity: prefix.count + room)
      var scores: [[OptionScore]] = []
      for first in stride(from: 0, to: queries.count, by: rowsAtATime) {
        let chunk = Array(queries[first..<min(first + rowsAtATime, queries.count)])
        cache.keep(rows: Array(chunk.indices))
        cache.shorten(to: chunk.map { _ in prefix.count })
        scores += try self.scores(of: options, after: chunk, cache: cache)
      }
      return scores
    }
  }

  /// The cache holds the same number of rows as there are queries, and the prefix in each.
  private func scores(
    of options: [[Int32]], after queries: [[Int32]], cache: KVCache
  ) throws -> [[OptionScore]] {
    let batch = TokenBatch(queries)
    let last = batch.segments.starts.dropFirst().map { $0 - 1 }
    let ends = try hiddenStates(batch, cache: cache, dropout: nil).rows(last)
    let lengths = cache.lengths
    let columns = try options.map { option in
      var sums = ends.languageModelLosses(
        head: head.weight, labels: queries.map { _ in option[0] }
      ).map { -Double($0) }
      if option.count > 1 {
        let rest = TokenBatch(queries.map { _ in Array(option.dropLast()) })
        let losses = try hiddenStates(rest, cache: cache, dropout: nil).languageModelLosses(
          head: head.weight, labels: queries.flatMap { _ in option.dropFirst() })
        for row in queries.indices {
          sums[row] -= losses[rest.segments.range(row)].reduce(0.0) { $0 + Double($1) }
        }
        cache.shorten(to: lengths)
      }
      return sums.map { OptionScore(sum: $0, tokenCount: option.count) }
    }
    return queries.indices.map { row in columns.map { $0[row] } }
  }

  private func check(
    _ queries: [[Int32]], prefix: [Int32], options: [[Int32]]
  ) throws(ModelInputError) {
    for label in options.joined() where !(0..<Int32(vocabSize) ~= label) {
      throw .unknownLabel(label, count: vocabSize)
    }
    let longest = options.map(\.count).max() ?? 0
    for (row, query) in queries.enumerated() {
      if query.isEmpty { throw .emptyRow(row) }
      let tokens = prefix.count + query.count + longest - 1
      guard tokens <= contextLength else {
        throw .tooLong(row: row, tokens: tokens, contextLength: contextLength)
      }
      if let wrong = query.first(where: { !(0..<Int32(inputVocabSize) ~= $0) }) {
        throw .unknownToken(wrong, row: row, vocabSize: inputVocabSize)
      }
    }
  }
}
