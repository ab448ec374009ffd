import Adapters
import Models
import Tensors
import Testing

@Suite struct MergeTests {
  @Test(arguments: MethodCase.all.filter(\.merges), Subject.Kind.allCases)
  func mergedIsUnmerged(_ tried: MethodCase, _ kind: Subject.Kind) throws {
    let subject = Subject(kind)
    let base = bits(subject.model.transformer.parameters())
    let adapter = try tried.method.attach(to: subject.model)
    adapter.move()
    let tuned = try subject.logits(tried.rows)
    #expect(adapter.canMerge)
    try adapter.merge()
    #expect(adapter.isMerged && !adapter.isActive)
    #expect(subject.model.transformer.linearLayers.allSatisfy { $0.layer.adapter == nil })
    #expect(bits(subject.model.transformer.parameters()) != base)
    #expect(relativeError(try subject.logits(tried.rows), tuned) < 1e-5)
    try adapter.merge()
    #expect(relativeError(try subject.logits(tried.rows), tuned) < 1e-5)

    adapter.unmerge()
    #expect(!adapter.isMerged && adapter.isActive)
    #expect(subject.model.trainableParameterCount == adapter.parameterCount)
    #expect(relativeError(try subject.logits(tried.rows), tuned) < 1e-5)
    adapter.deactivate()
    #expect(bits(subject.model.transformer.parameters()) == base)
  }

  @Test(arguments: MethodCase.all.filter { !$0.merges })
  func whatNoWeightsCanHoldIsAnError(_ tried: MethodCase) throws {
    let subject = Subject(.languageModel)
    let adapter = try tried.method.attach(to: subject.model)
    adapter.move()
    let (weights, tuned) = (
      bits(subject.model.parameters()), bits(try subject.logits(tried.rows))
    )
    #expect(!adapter.canMerge)
    let error = #expect(throws: AdapterError.self) { try adapter.merge() }
    #expect(error == .noMerge(type(of: tried.method).name))
    #expect(error?.recoverySuggestion?.isEmpty == false)
    #expect(adapter.isActive && !adapter.isMerged)
    #expect(bits(subject.model.parameters()) == weights)
    #expect(bits(try subject.logits(tried.rows)) == tuned)
  }

  /// An adapter that is out of the model can be merged too.
  @Test func anInactiveAdapterIsMerged() throws {
    let subject = Subject(.languageModel)
    let adapter = try LoRA(rank: 2).attach(to: subject.model)
    adapter.move()
    let tuned = try subject.logits(Sample.rows)
    adapter.deactivate()
    try adapter.merge()
    #expect(relativeError(try subject.logits(Sample.rows), tuned) < 1e-5)
  }

  /// IA3 can switch an output off, and DoRA too; the weights come back all the same.
  @Test(arguments: [IA3() as any AdapterMethod, LoRA(rank: 2, isWeightDecomposed: true)])
  func factorsOfZeroAreTakenBack(_ method: any AdapterMethod) throws {
    let subject = Subject(.languageModel)
    let base = bits(subject.model.parameters())
    let adapter = try method.attach(to: subject.model)
    adapter.move()
    for case let (name, tensor) in adapter.parameters
    where name.hasSuffix("ia3_l") || name.hasSuffix("magnitude_vector") {
      tensor.pointer[1] = 0
    }
    let tuned = try subject.logits(Sample.rows)
    try adapter.merge()
    adapter.unmerge()
    #expect(relativeError(try subject.logits(Sample.rows), tuned) < 1e-5)
    adapter.deactivate()
    #expect(bits(subject.model.parameters()) == base)
  }

  @Test(
    arguments: MethodCase.all.filter(\.merges), [Float.nan, .infinity])
  func parametersThatAreNoNumbersAreNotMerged(_ tried: MethodCase, _ wrong: Float) throws {
    let subject = Subject(.languageModel)
    let adapter = try tried.method.attach(to: subject.model)
    let (name, tensor) = adapter.parameters.last!
    tensor.pointer[0] = wrong
    let weights = bits(subject.model.parameters())
    #expect(throws: AdapterError.notFinite(name)) { try adapter.merge() }
    #expect(adapter.isActive && !adapter.isMerged)
    #expect(bits(subject.model.parameters()) == weights)
  }

  /// Numbers whose product is beyond float32.
  @Test(arguments: [LoRA(rank: 2), LoRA(rank: 2, isWeightDecomposed: true)])
  func aProductThatIsNoNumberIsNotMerged(_ method: LoRA) throws {
    let subject = Subject(.languageModel)
    let adapter = try method.attach(to: subject.model)
    for tensor in adapter.parameters.map(\.tensor) where tensor.shape.count == 2 {
      for place in 0..<tensor.count { tensor.pointer[place] = 1e30 }
    }
    let weights = bits(subject.model.parameters())
    #expect(throws: AdapterError.self) { try adapter.merge() }
    #expect(adapter.isActive && !adapter.isMerged)
    #expect(bits(subject.model.parameters()) == weights)
  }
}
