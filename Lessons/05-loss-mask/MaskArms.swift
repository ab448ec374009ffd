import Course

/// Seven ways of saying which tokens count: three on purpose, four by mistake.
enum MaskArm: String, CaseIterable, Codable {
  case answers = "answers only"
  case everything
  case weighted = "prompt 0.1"
  case offByOne = "off by one"
  case endIgnored = "end ignored"
  case paddingCounted = "padding counted"
  case roleCounted = "role counted"

  static let sound: [MaskArm] = [.answers, .everything, .weighted]
  static let bugs: [MaskArm] = [.offByOne, .endIgnored, .paddingCounted, .roleCounted]

  var mask: LossMask {
    switch self {
    case .everything: .everything
    case .weighted: .weighted(prompt: 0.1, answer: 1)
    default: .answers
    }
  }

  var bug: MaskBug? {
    switch self {
    case .answers, .everything, .weighted: nil
    case .offByOne: .offByOne
    case .endIgnored: .endIgnored
    case .paddingCounted: .paddingCounted
    case .roleCounted: .roleCounted
    }
  }

  func encode(
    _ examples: [Example], _ template: InstructionTemplate, _ tokenizer: Tokenizer
  ) throws -> [EncodedExample] {
    try [EncodedExample](
      examples.map { try template.segments(of: $0) }, tokenizer: tokenizer, mask: mask, bug: bug)
  }
}
