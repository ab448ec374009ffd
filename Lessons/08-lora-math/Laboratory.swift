import Course

/// Where everything of this lesson is trained: one bed of class questions, one number of rows and
/// steps for all arms.
struct Laboratory {
  let bed: TuningBed
  let rows: Int
  let steps: Int
  let seeds: [UInt64]
  /// So many linear layers have their singular values looked at, where no more depends on it.
  let spectrumLayers: Int

  /// Of LoRA wherever nothing else is said.
  static let rank = 8
  static let alpha: Float = 16

  /// The rates in question, with several looks unless the last weights are to be kept as they are.
  func plan(_ rates: [Float], seeds count: Int? = nil, looks: Int = 4) -> TuningPlan {
    TuningPlan(
      rows: rows, steps: steps, rates: rates,
      seeds: Array(seeds.prefix(count ?? seeds.count)), looks: min(looks, steps))
  }

  func lora(
    _ base: TuningBase, rank: Int = Self.rank, _ place: Place = .all,
    scaling: Scaling? = nil, book: AdapterBook? = nil
  ) -> TuningArm {
    let key = "\(base.rawValue), LoRA, rank \(rank), \(place.rawValue)"
    let suffix = scaling.map { ", one rate, \($0.rawValue)" } ?? ""
    let scaling = scaling ?? .overRank
    return TuningArm(key + suffix, "LoRA", base) { model, seed in
      let adapter = try scaling.method(rank, place.targets).attach(to: model, seed: seed)
      book?.note(adapter, of: model)
    }
  }

  /// Every rank with every way of scaling at one learning rate. At the lesson's own rank they are one.
  func scalings(_ ranks: [Int], rate: Float, seeds count: Int) throws -> ScalingFindings {
    let plan = plan([rate], seeds: count)
    let shared = try bed.sweep(lora(.nano, scaling: .constant), plan)
    return ScalingFindings(
      ranks: ranks,
      sweeps: try Scaling.allCases.map { scaling in
        try ranks.map { rank in
          rank == Self.rank
            ? shared : try bed.sweep(lora(.nano, rank: rank, scaling: scaling), plan)
        }
      })
  }

  /// All weights, on the same questions with their answers exchanged at random. What the arm does to
  /// rows it does to those that are learned from alone: no other row has their tokens.
  func shuffled(_ base: TuningBase) throws -> TuningArm {
    var exchanged: [[Int32]: EncodedExample] = [:]
    for seed in seeds {
      let questions = try bed.training(rows, seed: seed)
      var random = SeededRandom(seed: seed, stream: "exchanged answers")
      for family in bed.families {
        let places = questions.indices.filter { questions[$0].family == family }
        let wrong = try zip(places, random.shuffled(places)).map { place, other in
          try bed.template.segments(of: questions[place].example(answer: questions[other].answer))
        }
        let rows = try [EncodedExample](wrong, tokenizer: bed.tokenizer)
        let right = try bed.encoded(places.map { questions[$0] })
        for (right, row) in zip(right, rows) where exchanged[right.tokens] == nil {
          exchanged[right.tokens] = row
        }
      }
    }
    return TuningArm(
      "\(base.rawValue) exchanged", "exchanged answers", base,
      rows: { $0.map { exchanged[$0.tokens] ?? $0 } }
    ) { model, _ in model.unfreeze() }
  }
}

/// Remembers which adapter stands in which model, for whoever is given the model alone.
final class AdapterBook {
  private var adapters: [(model: GPT2LMHeadModel, adapter: Adapter)] = []

  func note(_ adapter: Adapter, of model: GPT2LMHeadModel) { adapters.append((model, adapter)) }

  subscript(_ model: GPT2LMHeadModel) -> Adapter {
    adapters.first { $0.model === model }!.adapter
  }
}

/// What B·A is multiplied by, as the rank goes up. All three are 2 at rank 8.
enum Scaling: String, CaseIterable {
  case overRank = "α / r"
  case overRoot = "α / √r"
  case constant = "always 2"

  func method(_ rank: Int, _ targets: TargetModules) -> LoRA {
    switch self {
    case .overRank: LoRA(rank: rank, alpha: Laboratory.alpha, targets: targets)
    case .overRoot:
      LoRA(
        rank: rank, alpha: 2 * Float(Laboratory.rank).squareRoot(), targets: targets,
        isRankStabilised: true)
    case .constant: LoRA(rank: rank, alpha: 2 * Float(rank), targets: targets)
    }
  }
}
