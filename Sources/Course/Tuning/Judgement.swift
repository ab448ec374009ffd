import Foundation
import Statistics

/// What a model makes of class questions, in their order.
public struct Judgement: Codable, Sendable, Equatable {
  /// Whether the right answer is the likeliest of its family's.
  public let hits: [Bool]
  /// −ln p of the right answer as if its family's were the only ones. It asks about the classes alone
  /// and means the same for every arm: no arm is ahead merely because it has learned what answers
  /// look like. Blind guessing costs ln K; an untuned model, which likes some words better than
  /// others whatever it reads, costs more.
  public let nats: [Double]

  /// - Parameters:
  ///   - scores: ln p of each answer to each question.
  ///   - right: the place of the right one.
  package init(scores: [[Double]], right: [Int]) {
    hits = zip(scores, right).map { scores, right in
      scores.indices.allSatisfy { $0 == right || scores[$0] < scores[right] }
    }
    nats = zip(scores, right).map { scores, right in
      let highest = scores.max()!
      return highest - scores[right] + log(scores.reduce(0) { $0 + exp($1 - highest) })
    }
  }

  public var accuracy: Double { hits.map { $0 ? 1 : 0 }.mean }
  public var meanNats: Double { nats.mean }
}
