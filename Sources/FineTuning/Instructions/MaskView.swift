import Foundation
import Models
import Tensors
import Tokenizers

/// A row token by token, with what the loss makes of it, for looking at a mask.
///
///     let view = try MaskView(example, tokenizer: tokenizer, model: model)
///     print(view.terminalText)
public struct MaskView: Sendable, Equatable {
  /// One token; or a few that only together are whole characters, where the mask does not tell
  /// them apart.
  public struct Piece: Sendable, Equatable {
    /// Where they stand in the row.
    public let places: Range<Int>
    /// Readable whatever the bytes are: see `MaskView.readable`.
    public let text: String
    public let kind: Segment.Kind
    /// 0 where the loss does not count it.
    public let weight: Float
    /// The label's text where it is another token than the one that stands here, which in a sound
    /// row it never is.
    public let otherLabel: String?
    /// Of the token after all before it; of several, their product. Nil without a model, and for
    /// the first token, which nothing predicts.
    public let probability: Double?
  }

  public let pieces: [Piece]

  public init(_ example: EncodedExample, tokenizer: Tokenizer) {
    self.init(example, tokenizer, probabilities: [Double?](repeating: nil, count: example.count))
  }

  /// With the probability that the model gives each token. Throws `ModelInputError`.
  public init(
    _ example: EncodedExample, tokenizer: Tokenizer, model: some LanguageModel
  ) throws {
    let losses = try model.continuationLosses([], example.tokens)
    self.init(example, tokenizer, probabilities: [nil] + losses.map { exp(-Double($0)) })
  }

  private init(_ example: EncodedExample, _ tokenizer: Tokenizer, probabilities: [Double?]) {
    var pieces: [Piece] = []
    var place = 0
    while place < example.count {
      let places = example.character(at: place, tokenizer)
      let label = example.labels[place]
      let known = probabilities[places].compactMap { $0 }
      pieces.append(
        Piece(
          places: places, text: Self.readable(example.tokens[places].flatMap(tokenizer.bytes)),
          kind: example.kinds[place], weight: example.weights[place],
          otherLabel: label == ignoreIndex || label == example.tokens[place]
            ? nil : Self.readable(tokenizer.bytes(label)),
          probability: known.count == places.count ? known.reduce(1, *) : nil))
      place = places.upperBound
    }
    self.pieces = pieces
  }

  /// Bytes as text. Those of no character are written ⟨e4⟩, and what would be invisible or move the
  /// cursor ⟨u+202e⟩, but for space, tab and line feed.
  public static func readable(_ bytes: [UInt8]) -> String {
    var text = ""
    var rest = bytes[...]
    while let first = rest.first {
      let character = (1...min(4, rest.count)).lazy
        .compactMap { String(validating: rest.prefix($0), as: UTF8.self) }.first
      if let scalar = character?.unicodeScalars.first {
        text += scalar.isReadable ? String(scalar) : "⟨u+\(hexadecimal(scalar.value, digits: 4))⟩"
      } else {
        text += "⟨\(hexadecimal(UInt32(first), digits: 2))⟩"
      }
      rest = rest.dropFirst(character?.utf8.count ?? 1)
    }
    return text
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension EncodedExample {
  /// The tokens from a place on that make whole characters: that at the place, with up to three
  /// more where the loss makes the same of them all; only itself where those do not help.
  fileprivate func character(at place: Int, _ tokenizer: Tokenizer) -> Range<Int> {
    var bytes: [UInt8] = []
    for end in place..<min(place + 4, count) {
      guard kinds[end] == kinds[place], weights[end] == weights[place],
        end == place || labels[end] == ignoreIndex || labels[end] == tokens[end]
      else { break }
      bytes += tokenizer.bytes(tokens[end])
      if String(validating: bytes, as: UTF8.self) != nil { return place..<end + 1 }
    }
    return place..<place + 1
  }
}

extension Unicode.Scalar {
  fileprivate var isReadable: Bool {
    switch properties.generalCategory {
    case .control: self == "\n" || self == "\t"
    case .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: false
    default: true
    }
  }
}

extension MaskView {
  /// Neighbours that the mask does not tell apart, written as one.
  struct Run: Equatable {
    let kind: Segment.Kind
    let weight: Float
    var text: String
  }

  var runs: [Run] {
    pieces.reduce(into: []) { runs, piece in
      if let last = runs.last, last.kind == piece.kind, last.weight == piece.weight {
        runs[runs.count - 1].text += piece.text
      } else {
        runs.append(Run(kind: piece.kind, weight: piece.weight, text: piece.text))
      }
    }
  }

  /// A weight as a share of the row's largest.
  func strength(_ weight: Float) -> Float {
    let largest = pieces.map(\.weight).max() ?? 0
    return largest > 0 ? weight / largest : 0
  }
}

extension String {
  /// Replaces scalar by scalar: a mark that follows makes a sign another Character, but not another
  /// sign to a browser or a Markdown reader.
  func replacingScalars(_ replacements: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in unicodeScalars {
      if let replacement = replacements[scalar] {
        result += replacement
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// With signs for white space.
  var visible: String { replacingScalars(["\n": "⏎", "\t": "⇥", " ": "␣"]) }
}

/// "0.25", and "1" for a whole number.
func weightText(_ weight: Float) -> String { String(format: "%.3g", Double(weight)) }

/// "0.831", and "4e-05" where three places show nothing.
package func probabilityText(_ probability: Double) -> String {
  String(format: probability < 0.0005 ? "%.0e" : "%.3f", probability)
}
