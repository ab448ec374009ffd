import Foundation
import Models
import Tensors
import Testing

@Suite struct SamplingTests {
  private func probabilities(
    _ sampling: Sampling, _ logits: [Float], history: [Int32] = []
  ) throws -> [Float] {
    try logits.withUnsafeBufferPointer {
      try sampling.probabilities(logits: $0, history: history)
    }
  }

  private func logs(_ probabilities: [Float]) -> [Float] { probabilities.map { log($0) } }

  private func isClose(_ a: [Float], _ b: [Float]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-6 }
  }

  @Test func greedyTakesTheFirstOfTheLargest() throws {
    var random = SeededRandom(seed: 1)
    let before = random
    let logits: [Float] = [1, 3, 3, 2]
    let token = try logits.withUnsafeBufferPointer {
      try Sampling.greedy.nextToken(logits: $0, history: [], random: &random)
    }
    #expect(token == 1 && random == before)
    #expect(try probabilities(.greedy, logits) == [0, 1, 0, 0])
  }

  @Test func greedyHeedsTheRepetitionPenalty() throws {
    let sampling = try Sampling(temperature: 0, topK: 1, repetitionPenalty: 2)
    #expect(try probabilities(sampling, [3, 2, -1], history: [0, 0]) == [0, 1, 0])
  }

  @Test func penalizesEachTokenOnce() throws {
    let sampling = try Sampling(repetitionPenalty: 2)
    let expected = try probabilities(Sampling(), [2, 3, -2, 1])
    #expect(try probabilities(sampling, [4, 3, -1, 1], history: [0, 2, 0, 9, -1]) == expected)
  }

  @Test func dividesByTheTemperature() throws {
    let logits = logs([0.5, 0.3, 0.2])
    let sum: Float = 0.25 + 0.09 + 0.04
    let sharp = try probabilities(Sampling(temperature: 0.5), logits)
    #expect(isClose(sharp, [0.25 / sum, 0.09 / sum, 0.04 / sum]))
    #expect(try probabilities(Sampling(temperature: 1e-300), logits) == [1, 0, 0])
  }

  @Test func keepsTheTopK() throws {
    let logits = logs([0.4, 0.1, 0.3, 0.2])
    let two = try probabilities(Sampling(topK: 2), logits)
    #expect(isClose(two, [4 / 7, 0, 3 / 7, 0]))
    #expect(isClose(try probabilities(Sampling(topK: 9), logits), [0.4, 0.1, 0.3, 0.2]))
  }

  @Test func keepsTheTopKOfManyLogits() throws {
    var random = SeededRandom(seed: 9)
    for round in 0..<50 {
      let logits = (0..<200).map { _ in Float(random.int(below: round < 25 ? 10_000 : 30)) / 100 }
      let k = 1 + random.int(below: 199)
      let threshold = logits.sorted(by: >)[k - 1]
      let kept = try probabilities(Sampling(temperature: 100, topK: k), logits).map { $0 > 0 }
      #expect(kept == logits.map { $0 >= threshold })
    }
  }

  @Test func keepsWhatTiesWithTheLastOfTheTopK() throws {
    let three = try probabilities(Sampling(topK: 2), [1, 0, 1, 1])
    let third: Float = 1 / 3
    #expect(isClose(three, [third, 0, third, third]))
  }

  /// Removal goes upwards while the sum is at most 1 − p, so the token that crosses p stays.
  @Test func keepsTheNucleus() throws {
    let logits = logs([0.1, 0.5, 0.15, 0.25])
    let cases: [(Double, [Float])] = [
      (0.4, [0, 1, 0, 0]), (0.6, [0, 2 / 3, 0, 1 / 3]), (0.8, [0, 5 / 9, 1.5 / 9, 2.5 / 9]),
      (0.95, [0.1, 0.5, 0.15, 0.25]), (1, [0.1, 0.5, 0.15, 0.25]), (1e-12, [0, 1, 0, 0]),
    ]
    for (p, expected) in cases {
      let found = try probabilities(Sampling(topP: p), logits)
      #expect(isClose(found, expected), "p = \(p): \(found)")
    }
  }

  @Test func theNucleusOfTiesKeepsTheLastTokens() throws {
    let found = try probabilities(Sampling(topP: 0.5), [0, 0, 0, 0])
    #expect(isClose(found, [0, 0, 0.5, 0.5]))
    #expect(try probabilities(Sampling(topP: 1e-12), [0, 0, 0]) == [0, 0, 1])
  }

  /// The nucleus is taken of what the top-k left, renormalised.
  @Test func topKComesBeforeTopP() throws {
    let logits = logs([0.4, 0.3, 0.2, 0.1])
    let found = try probabilities(Sampling(topK: 2, topP: 0.5), logits)
    #expect(isClose(found, [1, 0, 0, 0]))
  }

  @Test func temperatureComesBeforeTopP() throws {
    let logits = logs([0.5, 0.3, 0.2])
    let found = try probabilities(Sampling(temperature: 0.5, topP: 0.64), logits)
    #expect(isClose(found, [1, 0, 0]))
  }

  @Test func drawsFollowTheProbabilities() throws {
    let sampling = try Sampling(topK: 3)
    var random = SeededRandom(seed: 7)
    var counts = [0, 0, 0, 0]
    let logits = logs([0.2, 0.5, 0.05, 0.25])
    for _ in 0..<20_000 {
      let token = try logits.withUnsafeBufferPointer {
        try sampling.nextToken(logits: $0, history: [], random: &random)
      }
      counts[Int(token)] += 1
    }
    #expect(counts[2] == 0)
    for (count, expected) in zip(counts, [0.2 / 0.95, 0.5 / 0.95, 0, 0.25 / 0.95]) {
      #expect(abs(Double(count) / 20_000 - expected) < 0.015)
    }
  }

  @Test func skipsMaskedTokens() throws {
    #expect(try probabilities(Sampling(), [-.infinity, 0, 0]) == [0, 0.5, 0.5])
  }

  @Test(arguments: [[Float.nan, 1], [-.infinity, -.infinity], [.infinity, 0], []])
  func refusesLogitsThatAreNoNumbers(_ logits: [Float]) throws {
    for sampling in [Sampling.greedy, try Sampling(topK: 1, topP: 0.5)] {
      #expect(throws: SamplingError.noLogits) { try probabilities(sampling, logits) }
    }
  }

  @Test func refusesSettingsOutOfRange() {
    #expect(throws: SamplingError.self) { try Sampling(temperature: -1) }
    #expect(throws: SamplingError.self) { try Sampling(temperature: .nan) }
    #expect(throws: SamplingError.self) { try Sampling(topK: 0) }
    #expect(throws: SamplingError.self) { try Sampling(topP: 0) }
    #expect(throws: SamplingError.self) { try Sampling(topP: 1.1) }
    #expect(throws: SamplingError.self) { try Sampling(repetitionPenalty: 0) }
  }
}
