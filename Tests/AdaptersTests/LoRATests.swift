import Adapters
import Foundation
import Layers
import Models
import Tensors
import Testing

@Suite struct LoRATests {
  private static let rows: [[Int32]] = [[1, 5, 3, 8, 2, 2, 10], [4], [9, 0, 7, 7]]
  private let batch = TokenBatch(rows)

  /// A GPT-2 with weights far above initialisation and an adapter at every attention's c_attn, and
  /// with `everywhere` at every linear layer.
  private func adapted(
    _ lora: LoRA = LoRA(rank: 3, alpha: 6), everywhere: Bool = false, seed: UInt64 = 1
  ) -> (model: GPT2LMHeadModel, adapters: [LoRAAdapter]) {
    var config = GPT2Config(
      vocabSize: 11, contextLength: 8, hiddenSize: 8, layerCount: 2, headCount: 2)
    config.initializerRange = 0.3
    var random = SeededRandom(seed: seed)
    let model = GPT2LMHeadModel(config, random: &random)
    model.freeze()
    let layers = model.transformer.blocks.flatMap { block in
      let others = [block.attention.projection, block.mlp.up, block.mlp.down]
      return [block.attention.qkv] + (everywhere ? others : [])
    }
    let adapters = layers.map { lora.attach(to: $0, using: &random) }
    return (model, adapters)
  }

  /// Up-projections that are not zero, as after some training.
  private func moveUpProjections(_ adapters: [LoRAAdapter]) {
    var random = SeededRandom(seed: 8)
    for adapter in adapters {
      adapter.b.assign(.normal(adapter.b.shape, deviation: 0.3, using: &random))
    }
  }

  private func bits(_ tensors: [Tensor]) -> [[UInt32]] {
    tensors.map { $0.elements.map(\.bitPattern) }
  }

  @Test func attachingChangesNoBitOfTheOutput() throws {
    let (model, _) = adapted(everywhere: true)
    let with = try withoutGradients { try model.logits(batch) }
    for block in model.transformer.blocks {
      for layer in [block.attention.qkv, block.attention.projection, block.mlp.up, block.mlp.down] {
        #expect(layer.adapter != nil)
        layer.adapter = nil
      }
    }
    let without = try withoutGradients { try model.logits(batch) }
    #expect(bits([with]) == bits([without]))
  }

  @Test func attachingFreezesTheLayerAndNothingElse() {
    var random = SeededRandom(seed: 2)
    let layers = (0..<2).map { _ in
      Linear(3, 2, layout: .inputsByOutputs, deviation: 1, using: &random)
    }
    layers.forEach { $0.unfreeze() }
    let adapter = LoRA(rank: 1).attach(to: layers[0], using: &random)
    #expect(layers[0].adapter === adapter)
    #expect(!layers[0].weight.requiresGradient && !layers[0].bias!.requiresGradient)
    #expect(layers[0].trainableParameterCount == 3 + 2)
    #expect(layers[1].trainableParameterCount == 3 * 2 + 2)
  }

  @Test func theDownProjectionIsDrawnAsPeftDrawsIt() {
    let layer = Linear(
      weight: Tensor([400, 30]), bias: nil, layout: .inputsByOutputs)
    var random = SeededRandom(seed: 2)
    let adapter = LoRA(rank: 50).attach(to: layer, using: &random)
    #expect(adapter.a.shape == [50, 400] && adapter.b.shape == [30, 50])
    let numbers = adapter.a.elements.map(Double.init)
    #expect(numbers.allSatisfy { abs($0) <= 0.05 })
    #expect(numbers.max()! > 0.0499 && numbers.min()! < -0.0499)
    // U(±h) has the mean 0 and the variance h²/3.
    let count = Double(numbers.count)
    #expect(abs(numbers.reduce(0, +) / count) < 4 * 0.05 / 3.0.squareRoot() / count.squareRoot())
    let variance = numbers.reduce(0) { $0 + $1 * $1 } / count
    #expect(abs(variance / (0.0025 / 3) - 1) < 0.03)
    #expect(adapter.b.elements.allSatisfy { $0 == 0 })
  }

  /// y + (α/r)·B·A·x in double precision, for both layouts of the layer's own weight.
  @Test(arguments: [WeightLayout.inputsByOutputs, .outputsByInputs])
  func theOutputIsTheFormula(layout: WeightLayout) {
    var random = SeededRandom(seed: 3)
    let layer = Linear(5, 4, layout: layout, deviation: 1, using: &random)
    let x = Tensor.normal([6, 5], deviation: 1, using: &random)
    let base = layer(x).elements
    let adapter = LoRA(rank: 2, alpha: 3).attach(to: layer, using: &random)
    moveUpProjections([adapter])
    let (a, b) = (adapter.a.elements, adapter.b.elements)
    for (place, y) in layer(x).elements.enumerated() {
      let (row, output) = (place / 4, place % 4)
      var expected = Double(base[place])
      for r in 0..<2 {
        let low = (0..<5).reduce(0.0) {
          $0 + Double(a[r * 5 + $1]) * Double(x.elements[row * 5 + $1])
        }
        expected += 3.0 / 2 * Double(b[output * 2 + r]) * low
      }
      #expect(abs(Double(y) - expected) < 2e-6)
    }
  }

  /// Dropout falls on the adapter's input alone, and only where a stream is given.
  @Test func dropoutFallsOnTheAdaptersInput() {
    var random = SeededRandom(seed: 3)
    let layer = Linear(40, 4, layout: .outputsByInputs, deviation: 1, using: &random)
    let x = Tensor.normal([6, 40], deviation: 1, using: &random)
    let base = layer(x)
    let adapter = LoRA(rank: 2, alpha: 2, dropout: 0.5).attach(to: layer, using: &random)
    moveUpProjections([adapter])
    let stream = { DropoutStream(SeededRandom(seed: 6)) }
    let dropped = x.dropout(0.5, stream())
    let expected =
      base
      + dropped.linear(adapter.a, layout: .outputsByInputs)
      .linear(adapter.b, layout: .outputsByInputs)
    let pairs = zip(layer(x, dropout: stream()).elements, expected.elements)
    #expect(pairs.allSatisfy { abs($0 - $1) < 1e-5 })
    #expect(layer(x).elements != layer(x, dropout: stream()).elements)
    #expect(bits([layer(x)]) == bits([layer(x)]))
  }

  /// Five steps with decay: A and B move, no bit of the base does, and nothing frozen has a
  /// gradient.
  @Test func onlyTheAdaptersTrain() throws {
    let (model, adapters) = adapted(everywhere: true)
    let own = adapters.flatMap { [$0.a, $0.b] }
    let frozen = model.parameters().filter { parameter in !own.contains { $0 === parameter } }
    #expect(
      model.trainableParameters().map(ObjectIdentifier.init) == own.map(ObjectIdentifier.init))
    let (before, baseBefore) = (own.map { bits([$0]) }, bits(frozen))
    let optimiser = AdamW(model.trainableParameters(), AdamW.Options(weightDecay: 0.1))
    var losses: [Float] = []
    for _ in 0..<5 {
      model.clearGradients()
      let loss = try model.loss(batch)
      loss.backward()
      #expect(frozen.allSatisfy { $0.gradient == nil && !$0.requiresGradient })
      #expect(own.allSatisfy { $0.gradient != nil })
      optimiser.step(learningRate: 0.02)
      losses.append(loss.scalar)
    }
    #expect(bits(frozen) == baseBefore)
    #expect(zip(own, before).allSatisfy { bits([$0]) != $1 })
    #expect(losses[4] < losses[0])
  }

  /// At B = 0 only B has a gradient that is not zero: A follows once B has moved.
  @Test func theGradientOfAIsZeroAtFirst() throws {
    let (model, adapters) = adapted()
    try model.loss(batch).backward()
    for adapter in adapters {
      #expect(adapter.a.gradient!.elements.allSatisfy { $0 == 0 })
      #expect(adapter.b.gradient!.elements.contains { $0 != 0 })
    }
  }

  /// Every gradient of A and B against central differences of the loss of a whole GPT-2.
  @Test(arguments: [false, true]) func gradientsAreThoseOfDifferences(everywhere: Bool) throws {
    let (model, adapters) = adapted(everywhere: everywhere)
    moveUpProjections(adapters)
    try model.loss(batch).backward()
    let labels = batch.nextTokens
    func loss() throws -> Double {
      let losses = try withoutGradients { try model.hiddenStates(batch, cache: nil, dropout: nil) }
        .languageModelLosses(head: model.head.weight, labels: labels)
      return losses.reduce(0.0) { $0 + Double($1) }
        / Double(labels.count { $0 != ignoreIndex })
    }
    for tensor in adapters.flatMap({ [$0.a, $0.b] }) {
      let gradient = tensor.gradient!.elements
      let largest = Double(gradient.map(abs).max()!)
      for place in gradient.indices {
        let value = tensor.pointer[place]
        // Of fourth order in the step, which float32 does not let be small.
        let slopes = try [0.01, 0.02].map { (step: Float) in
          defer { tensor.pointer[place] = value }
          tensor.pointer[place] = value + step
          let above = try loss()
          tensor.pointer[place] = value - step
          return (above - (try loss())) / (2 * Double(step))
        }
        let slope = (4 * slopes[0] - slopes[1]) / 3
        #expect(abs(Double(gradient[place]) - slope) < 1e-3 * largest + 2e-5)
      }
    }
  }

  /// The number that peft prints for r = 8 on c_attn; the 124M weights are never drawn.
  @Test(arguments: [(1, 36_864), (8, 294_912), (64, 2_359_296)])
  func countsThoseOfGPT2(rank: Int, expected: Int) {
    var weights = InitialWeights(random: nil)
    let model = GPT2Model(GPT2Config(), &weights)
    model.freeze()
    var random = SeededRandom(seed: 1)
    for block in model.blocks { LoRA(rank: rank).attach(to: block.attention.qkv, using: &random) }
    #expect(model.trainableParameterCount == expected)
    #expect(model.parameterCount == 124_439_808 + expected)
  }
}
