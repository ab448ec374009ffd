import Foundation
import Tensors

/// Sentence frames, parsed once, from which documents are written.
///
/// A frame is a phrase of a bank with these parts in it:
///
///     {p.town}          a fact of whoever plays the role p in the scene
///     {weather}         one frame of the group `weather`, of the same bank or of `common`
///     {p.pet/does}      one frame of the group `does/猫`, when p's pet is a cat; in it x is p
///     {toy=thing}       one frame of the group `thing`, remembered as the variable `toy`
///     {!toy=thing}      the same without writing it
///     {toy}             what was remembered
///     [也|又|]           one of the alternatives, which may hold slots
///
/// Every reference is resolved when the banks are read, so a misspelt slot is an error with a
/// place and not a brace in the corpus. Within one document a frame is not used a second time
/// while its group has others.
package struct Grammar: Sendable {
  enum Part: Sendable {
    case text(String)
    case fact(role: Int, fact: Int)
    case group(Int)
    case table(role: Int, fact: Int, groups: [String: Int])
    case remember(variable: Int, group: Int, silent: Bool)
    case variable(Int)
    case choice([[Part]])
  }

  private struct Group: Sendable {
    var name: String
    /// The number of the first frame, counted over all groups.
    var base: Int
    var frames: [[Part]] = []
  }

  private var groups: [Group] = []
  private var groupNumbers: [String: Int] = [:]
  private var variableNumbers: [String: Int] = [:]

  /// The grammar of some banks. `variables` are remembered values that the caller sets; `values`
  /// lists, for a fact, all that it can be, so that no table lacks a row.
  package init(
    banks: [PhraseBank], variables: [String], values: [String: Set<String>]
  ) throws {
    for bank in banks {
      for key in bank.keys {
        groupNumbers[bank.name + "." + key] = groups.count
        groups.append(Group(name: bank.name + "." + key, base: 0))
      }
    }
    for name in variables { declare(name) }
    for bank in banks {
      for key in bank.keys {
        for phrase in bank[key] { declareVariables(in: phrase, of: bank.name) }
      }
    }
    var base = 0
    for bank in banks {
      for key in bank.keys {
        let number = groupNumbers[bank.name + "." + key]!
        groups[number].base = base
        base += bank[key].count
        guard !bank[key].isEmpty else {
          throw GrammarError(bank: bank.name, group: key, phrase: "", reason: "it has no phrase")
        }
        for phrase in bank[key] {
          var parser = FrameParser(
            phrase: phrase, bank: bank.name, group: key, groupNumbers: groupNumbers,
            variableNumbers: variableNumbers, values: values)
          groups[number].frames.append(try parser.parse())
        }
      }
    }
  }

  package var variableCount: Int { variableNumbers.count }

  /// The number of a variable; asking for one that was not declared is a programmer's error.
  package func variable(_ name: String) -> Int {
    guard let number = variableNumbers[name] else {
      preconditionFailure("no variable \(name) was declared")
    }
    return number
  }

  /// Writes one frame of a group, named `bank.key`, to the end of `text`.
  package func write(
    _ group: String, in scene: inout Scene, using random: inout SeededRandom,
    to text: inout String
  ) {
    guard let number = groupNumbers[group] else {
      preconditionFailure("the phrase banks have no group \(group)")
    }
    write(number, in: &scene, using: &random, to: &text)
  }

  private func write(
    _ number: Int, in scene: inout Scene, using random: inout SeededRandom, to text: inout String
  ) {
    let count = groups[number].frames.count
    let base = groups[number].base
    var choice = count == 1 ? 0 : random.int(below: count)
    if count > 1 {
      for step in 0..<count where !scene.used.contains(base + (choice + step) % count) {
        choice = (choice + step) % count
        break
      }
      scene.used.append(base + choice)
    }
    write(groups[number].frames[choice], in: &scene, using: &random, to: &text)
  }

  private func write(
    _ parts: [Part], in scene: inout Scene, using random: inout SeededRandom,
    to text: inout String
  ) {
    for part in parts {
      switch part {
      case .text(let literal):
        text += literal
      case .fact(let role, let fact):
        text += scene.fact(role, fact)
      case .group(let group):
        write(group, in: &scene, using: &random, to: &text)
      case .table(let role, let fact, let groups):
        let before = scene.cast[CastRole.x.rawValue]
        scene.cast[CastRole.x.rawValue] = scene.cast[role]
        write(groups[scene.fact(role, fact)]!, in: &scene, using: &random, to: &text)
        scene.cast[CastRole.x.rawValue] = before
      case .remember(let variable, let group, let silent):
        var value = ""
        write(group, in: &scene, using: &random, to: &value)
        scene.variables[variable] = value
        if !silent { text += value }
      case .variable(let variable):
        guard let value = scene.variables[variable] else {
          let name = variableNumbers.first { $0.value == variable }!.key
          preconditionFailure("the variable \(name) is written before it is set")
        }
        text += value
      case .choice(let alternatives):
        let choice = random.int(below: alternatives.count)
        write(alternatives[choice], in: &scene, using: &random, to: &text)
      }
    }
  }

  private mutating func declare(_ name: String) {
    if variableNumbers[name] == nil { variableNumbers[name] = variableNumbers.count }
  }

  /// A variable that frames remember belongs to their bank.
  private mutating func declareVariables(in phrase: String, of bank: String) {
    for piece in phrase.split(separator: "{").dropFirst(phrase.hasPrefix("{") ? 0 : 1) {
      guard let end = piece.firstIndex(of: "}"), let equals = piece.firstIndex(of: "="),
        equals < end
      else { continue }
      declare(bank + "." + piece[..<equals].drop { $0 == "!" })
    }
  }
}

/// Reads one frame; see `Grammar` for the notation.
struct FrameParser {
  let bank: String
  let group: String
  let groupNumbers: [String: Int]
  let variableNumbers: [String: Int]
  let values: [String: Set<String>]
  private let phrase: String
  private var rest: Substring

  init(
    phrase: String, bank: String, group: String, groupNumbers: [String: Int],
    variableNumbers: [String: Int], values: [String: Set<String>]
  ) {
    self.phrase = phrase
    self.bank = bank
    self.group = group
    self.groupNumbers = groupNumbers
    self.variableNumbers = variableNumbers
    self.values = values
    rest = phrase[...]
  }

  mutating func parse() throws -> [Grammar.Part] {
    let parts = try parseParts(inChoice: false)
    guard rest.isEmpty else { throw error("a `]` or `|` stands outside brackets") }
    return parts
  }

  private mutating func parseParts(inChoice: Bool) throws -> [Grammar.Part] {
    var parts: [Grammar.Part] = []
    var literal = ""
    func flush() {
      if !literal.isEmpty { parts.append(.text(literal)) }
      literal = ""
    }
    while let character = rest.first {
      switch character {
      case "{":
        flush()
        guard let end = rest.firstIndex(of: "}") else { throw error("a `{` is not closed") }
        parts.append(try reference(String(rest[rest.index(after: rest.startIndex)..<end])))
        rest = rest[rest.index(after: end)...]
      case "[":
        flush()
        rest = rest.dropFirst()
        var alternatives = [try parseParts(inChoice: true)]
        while rest.first == "|" {
          rest = rest.dropFirst()
          alternatives.append(try parseParts(inChoice: true))
        }
        guard rest.first == "]" else { throw error("a `[` is not closed") }
        rest = rest.dropFirst()
        parts.append(.choice(alternatives))
      case "]", "|":
        flush()
        return parts
      case "\\" where rest.dropFirst().first == "n":
        literal += "\n"
        rest = rest.dropFirst(2)
      default:
        literal.append(character)
        rest = rest.dropFirst()
      }
    }
    flush()
    return parts
  }

  private func reference(_ slot: String) throws -> Grammar.Part {
    if let equals = slot.firstIndex(of: "=") {
      let silent = slot.hasPrefix("!")
      let variable = String(slot[..<equals].drop { $0 == "!" })
      let source = String(slot[slot.index(after: equals)...])
      guard let group = number(of: source) else { throw error("there is no group \(source)") }
      guard groupNumbers["\(bank).\(variable)"] == nil else {
        throw error("\(variable) is both a variable and a group")
      }
      return .remember(
        variable: variableNumbers["\(bank).\(variable)"]!, group: group, silent: silent)
    }
    if let variable = variableNumbers["\(bank).\(slot)"] { return .variable(variable) }
    if let group = number(of: slot) { return .group(group) }
    if let variable = variableNumbers[slot] { return .variable(variable) }
    guard let dot = slot.firstIndex(of: ".") else {
      throw error("the slot {\(slot)} is unknown")
    }
    let path = slot[slot.index(after: dot)...].split(separator: "/", maxSplits: 1)
    guard let role = CastRole(name: String(slot[..<dot])), let name = path.first,
      let fact = role.facts.firstIndex(of: String(name))
    else { throw error("the slot {\(slot)} is unknown") }
    guard path.count == 2 else { return .fact(role: role.rawValue, fact: fact) }
    guard let possible = values[String(name)] else {
      throw error("\(name) has no list of values, so no table can be kept for it")
    }
    var table: [String: Int] = [:]
    for value in possible {
      guard let group = number(of: "\(path[1])/\(value)") else {
        throw error("the table \(path[1]) has no group for \(value)")
      }
      table[value] = group
    }
    return .table(role: role.rawValue, fact: fact, groups: table)
  }

  private func number(of name: String) -> Int? {
    groupNumbers["\(bank).\(name)"] ?? groupNumbers["common.\(name)"]
  }

  private func error(_ reason: String) -> GrammarError {
    GrammarError(bank: bank, group: group, phrase: phrase, reason: reason)
  }
}

/// A frame that cannot be understood.
public struct GrammarError: LocalizedError {
  public let bank: String
  public let group: String
  public let phrase: String
  public let reason: String

  public var errorDescription: String? {
    "Data/world/\(bank).txt, group \(group): \(reason)"
      + (phrase.isEmpty ? "" : ", in the phrase “\(phrase)”")
  }
  public var recoverySuggestion: String? {
    "Data/world/README.md explains the notation of frames"
  }
}
