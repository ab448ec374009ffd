import Adapters
import Layers
import Models
import Tensors
import Testing

/// What every method must do, in a language model and in a classifier.
@Suite struct AdapterTests {
  @Test(arguments: MethodCase.all, Subject.Kind.allCases)
  func startsAsTheBase(_ tried: MethodCase, _ kind: Subject.Kind) throws {
    let subject = Subject(kind)
    guard tried.start != .elsewhere else {
      try tried.method.attach(to: subject.model)
      #expect(try subject.logits(tried.rows).isFinite)
      return
    }
    let base = try subject.logits(tried.rows)
    try tried.method.attach(to: subject.model, seed: 3)
    let attached = try subject.logits(tried.rows)
    if tried.start == .exactlyTheBase {
      #expect(bits(attached) == bits(base))
    } else {
      #expect(relativeError(attached, base) < 1e-6)
    }
  }

  /// The seed alone decides what is drawn.
  @Test(arguments: MethodCase.all) func theSeedDecides(_ tried: MethodCase) throws {
    let adapters = try [4, 4, 5].map { seed in
      try tried.method.attach(to: Sample.languageModel(), seed: seed).parameters.map(\.tensor)
    }
    #expect(bits(adapters[0]) == bits(adapters[1]))
    let isDrawn =
      !(tried.method is IA3 || tried.method is BitFit || tried.method is LayerNormTuning
      || tried.method is FreezeTuning
      || (tried.method as? PromptTuning)?.initialisation == .tokens([4, 9]))
    #expect((bits(adapters[0]) != bits(adapters[2])) == isDrawn)
  }

  /// Five steps with decay: all that is the adapter's moves, the model's head with it; no bit of
  /// the base does, and nothing of it has a gradient.
  @Test(arguments: MethodCase.all, Subject.Kind.allCases)
  func trainsOnlyItsOwnParameters(_ tried: MethodCase, _ kind: Subject.Kind) throws {
    let subject = Subject(kind)
    let adapter = try tried.method.attach(to: subject.model)
    let own = adapter.parameters
    let frozen = subject.model.parameters().filter { !adapter.has($0) }
    #expect(
      Set(subject.model.trainableParameters().map(ObjectIdentifier.init))
        == Set(own.map { ObjectIdentifier($0.tensor) }))
    #expect(Set(own.map(\.name)).count == own.count)
    #expect(own.contains { $0.name == "base_model.model.score.weight" } == (kind == .classifier))
    #expect(adapter.parameterCount == subject.model.trainableParameterCount)
    let (before, baseBefore) = (own.map { bits($0.tensor) }, bits(frozen))
    let losses = try subject.train(tried.rows)
    #expect(losses[4] < losses[0])
    #expect(frozen.allSatisfy { $0.gradient == nil && !$0.requiresGradient })
    #expect(bits(frozen) == baseBefore)
    for ((name, tensor), start) in zip(own, before) {
      #expect(tensor.gradient != nil, "\(name) has no gradient")
      #expect(bits(tensor) != start, "\(name) did not move")
    }
  }

  @Test(arguments: MethodCase.all, Subject.Kind.allCases)
  func inactiveItLeavesTheBaseAndComesBack(_ tried: MethodCase, _ kind: Subject.Kind) throws {
    let subject = Subject(kind)
    let (weights, logits) = (
      bits(subject.model.parameters()), bits(try subject.logits(Sample.rows))
    )
    let adapter = try tried.method.attach(to: subject.model)
    try subject.train(tried.rows, steps: 2)
    let tuned = bits(try subject.logits(tried.rows))
    func expectBase() throws {
      #expect(bits(subject.model.parameters()) == weights)
      #expect(bits(try subject.logits(Sample.rows)) == logits)
      #expect(subject.model.trainableParameters().isEmpty)
      #expect(!adapter.isActive)
    }

    adapter.deactivate()
    try expectBase()
    adapter.deactivate()
    try expectBase()
    #expect(try adapter.whileActive { bits(try subject.logits(tried.rows)) } == tuned)
    try expectBase()
    adapter.activate()
    adapter.activate()
    #expect(bits(try subject.logits(tried.rows)) == tuned)
    #expect(subject.model.trainableParameterCount == adapter.parameterCount)
    try adapter.whileInactive { try expectBase() }
    #expect(adapter.isActive)
    #expect(bits(try subject.logits(tried.rows)) == tuned)
  }

  /// An adapter that was out for a while learns as if it had not been.
  @Test(arguments: MethodCase.all) func aPauseChangesNothing(_ tried: MethodCase) throws {
    let results = try [false, true].map { pauses in
      let subject = Subject(.languageModel)
      let adapter = try tried.method.attach(to: subject.model)
      let optimiser = AdamW(adapter.parameters.map(\.tensor))
      for _ in 0..<2 {
        subject.model.clearGradients()
        let loss = try subject.loss(tried.rows)
        if pauses { try adapter.whileInactive { _ = try subject.logits(Sample.rows) } }
        loss.backward()
        optimiser.step(learningRate: 0.02)
        if pauses { try adapter.whileInactive { _ = try subject.logits(Sample.rows) } }
      }
      return bits(adapter.parameters.map(\.tensor))
    }
    #expect(results[0] == results[1])
  }

  @Test(arguments: MethodCase.all, Subject.Kind.allCases)
  func whatIsNotTrainableIsNotTrained(_ tried: MethodCase, _ kind: Subject.Kind) throws {
    let subject = Subject(kind)
    let adapter = try tried.method.attach(to: subject.model)
    adapter.isTrainable = false
    #expect(subject.model.trainableParameters().isEmpty)
    adapter.deactivate()
    adapter.isTrainable = true
    #expect(subject.model.trainableParameters().isEmpty)
    adapter.activate()
    #expect(subject.model.trainableParameterCount == adapter.parameterCount)
  }

  /// Rows side by side do not see each other, nor each other's virtual tokens.
  @Test(arguments: MethodCase.all)
  func rowsOfABatchAreAsAlone(_ tried: MethodCase) throws {
    let subject = Subject(.languageModel)
    try tried.method.attach(to: subject.model).move()
    let together = try subject.logits(tried.rows)
    let alone = try tried.rows.flatMap { try subject.logits([$0]).elements }
    #expect(relativeError(together.elements, alone) < 5e-6)
  }

  /// At a size at which the work is cut into parts.
  @Test(arguments: MethodCase.all) func bitsDoNotDependOnThreads(_ tried: MethodCase) throws {
    let before = ThreadPool.threadCount
    defer { ThreadPool.threadCount = before }
    let rows = (0..<24).map { (row: Int) in
      (0..<12).map { Int32(($0 * 5 + row * 7) % (tried.rows == Sample.rows ? 11 : 14)) }
    }
    let results = try [1, 2].map { threads in
      ThreadPool.threadCount = threads
      let subject = Subject(.languageModel, Sample.config(hiddenSize: 48))
      let adapter = try tried.method.attach(to: subject.model)
      try subject.train(rows, steps: 2)
      return bits(adapter.parameters.map(\.tensor) + [try subject.logits(rows)])
    }
    #expect(results[0] == results[1])
  }
}
