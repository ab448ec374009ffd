import Tokenizers

extension Array where Element == EncodedExample {
  /// Documents one after the other, each followed by the end token, cut into windows of `length`
  /// tokens without regard to where a document ends. The last window holds what is left. Every token
  /// of a window counts but its first, which nothing predicts.
  ///
  /// Throws an `ExampleError` for a document that holds a special token and for an end that is none;
  /// its row counts the documents from 1.
  public init(
    documents: [String], end: String, windowLength length: Int, tokenizer: Tokenizer
  ) throws(ExampleError) {
    precondition(length > 1, "in windows of \(length) tokens no token is predicted")
    var (tokens, kinds): ([Int32], [Segment.Kind]) = ([], [])
    for (index, document) in documents.enumerated() {
      let part = try EncodedExample(
        [Segment(.assistant, document), Segment(.end, end)], tokenizer: tokenizer,
        mask: .everything, row: index + 1)
      tokens += part.tokens
      kinds += part.kinds
    }
    self = []
    for start in stride(from: 0, to: tokens.count - 1, by: length) {
      let range = start..<Swift.min(start + length, tokens.count)
      let window = [Int32](tokens[range])
      append(
        EncodedExample(
          tokens: window, kinds: [Segment.Kind](kinds[range]), labels: window,
          weights: [Float](repeating: 1, count: window.count), row: count + 1))
    }
  }
}
