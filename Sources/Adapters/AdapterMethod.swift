import Layers
import Models
import Tensors

/// A way of tuning a model by few parameters, with its settings. All methods have one shape: the
/// settings make the parts that go into a model, and an `Adapter` holds them.
public protocol AdapterMethod: Codable, Equatable, Sendable {
  /// What command lines and reports call it, such as "lora".
  static var name: String { get }

  /// What the method puts into a model, in place nowhere yet. Throws `AdapterError` where the
  /// settings do not fit the model.
  func makeParts(for model: GPT2Model, random: inout SeededRandom) throws -> [any AdapterPart]
}

extension AdapterMethod {
  /// Puts a new adapter into a model, freezes everything else, and makes the adapter's parameters
  /// trainable, those of the model's head among them. `seed` draws what is drawn. Throws
  /// `AdapterError` where settings and model do not fit, or where another adapter is in place.
  @discardableResult
  public func attach(to model: some AdaptableModel, seed: UInt64 = 0) throws -> Adapter {
    try model.checkWeights()
    var random = SeededRandom(seed: seed, stream: "adapter")
    return try Adapter(
      self, model, makeParts(for: model.transformer, random: &random),
      model.heads.map { SwappedParameter($0.name, $0.parameter) }, isTrainable: true)
  }
}

/// One place of a model that an adapter changes.
public protocol AdapterPart: AnyObject {
  /// What is trained, by the names that peft gives it behind `base_model.model.`.
  var parameters: [(name: String, tensor: Tensor)] { get }
  /// Whether another adapter stands where this one goes.
  var isOccupied: Bool { get }
  func install()
  func remove()
}

/// A part whose effect can be written into the weights of the model. Both happen while the part is
/// installed; a merged part is then removed, and the model computes the same. Throws
/// `AdapterError.notFinite`, with no weight changed.
public protocol MergeablePart: AdapterPart {
  func merge() throws(AdapterError)
  /// Gives the weights back what they were.
  func unmerge()
}

/// A model that adapters can be attached to.
public protocol AdaptableModel: Module {
  var transformer: GPT2Model { get }
  /// New layers that are trained and saved along with any adapter, by the name of their parameter.
  var heads: [(name: String, parameter: Tensor)] { get }
  /// peft's name for what the model does.
  static var taskType: String { get }
}

extension AdaptableModel {
  /// Methods read the weights that they change. Throws `AdapterError.compressed`.
  func checkWeights() throws(AdapterError) {
    if let format = transformer.tokenEmbedding.weightFormat { throw .compressed(format) }
  }
}

extension GPT2LMHeadModel: AdaptableModel {
  public var heads: [(name: String, parameter: Tensor)] { [] }
  public static var taskType: String { "CAUSAL_LM" }
}

extension GPT2ForSequenceClassification: AdaptableModel {
  public var heads: [(name: String, parameter: Tensor)] { [("score.weight", score.weight)] }
  public static var taskType: String { "SEQ_CLS" }
}
