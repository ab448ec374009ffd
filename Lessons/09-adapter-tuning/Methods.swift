import Course

/// Where the adapters of a block stand.
enum Places: String, CaseIterable {
  case both, attention, feedForward

  var name: String {
    switch self {
    case .both: "after both"
    case .attention: "after attention"
    case .feedForward: "after the FFN"
    }
  }

  var placement: Bottleneck.Placement {
    switch self {
    case .both: .attentionAndFeedForward
    case .attention: .attention
    case .feedForward: .feedForward
    }
  }

  var count: Int { self == .both ? 2 : 1 }
}

/// What is trained.
enum Method: Hashable {
  case full
  case adapter(size: Int, Places)
  /// Pfeiffer's form: one adapter a block, which reads the stream behind the sum.
  case pfeiffer(size: Int)
  case lora(rank: Int)
  case formula(Formula)

  /// Names its results in the cache.
  var key: String {
    switch self {
    case .full: "full"
    case .adapter(let size, let places): "adapters \(size) \(places.rawValue)"
    case .pfeiffer(let size): "pfeiffer \(size)"
    case .lora(let rank): "lora \(rank)"
    case .formula(let formula): "formula \(formula.size) \(formula.activation.rawValue)"
    }
  }

  /// The engine's adapter, where it is one.
  var bottleneck: Bottleneck? {
    switch self {
    case .adapter(let size, let places):
      Bottleneck(
        size: size, placement: places.placement, form: .houlsby, activation: .relu, hasBias: true)
    case .pfeiffer(let size):
      Bottleneck(
        size: size, placement: .feedForward, form: .pfeiffer, activation: .relu, hasBias: true)
    default: nil
    }
  }

  /// Leaves in a frozen model what is to be trained.
  func prepare(_ model: GPT2LMHeadModel, seed: UInt64) throws {
    switch self {
    case .full: model.unfreeze()
    case .adapter, .pfeiffer: try bottleneck!.attach(to: model, seed: seed)
    case .lora(let rank):
      // α = r: the update counts as it is, whatever the rank.
      try LoRA(rank: rank, alpha: Float(rank)).attach(to: model, seed: seed)
    case .formula(let formula): formula.attach(to: model, seed: seed)
    }
  }
}
