import Adapters
import Layers
import Models
import Tensors
import Testing

@Suite struct LoRATests {
  private func layer(_ layout: WeightLayout, _ inputs: Int, _ outputs: Int) -> Linear {
    var random = SeededRandom(seed: 3)
    let layer = Linear(inputs, outputs, layout: layout, deviation: 1, using: &random)
    Sample.move([layer.bias!], by: 1)
    return layer
  }

  private func pair(
    rank: Int, scale: Float, dropout: Float = 0, _ layer: Linear
  ) -> LoRALayer {
    var random = SeededRandom(seed: 5)
    return LoRALayer(
      rank: rank, scale: scale, dropout: dropout, inputs: layer.inputs, outputs: layer.outputs,
      random: &random)
  }

  @Test func theDownProjectionIsDrawnAsPeftDrawsIt() {
    let pair = pair(
      rank: 50, scale: 1, Linear(weight: Tensor([400, 30]), bias: nil, layout: .inputsByOutputs))
    #expect(pair.a.shape == [50, 400] && pair.b.shape == [30, 50])
    let numbers = pair.a.elements.map(Double.init)
    #expect(numbers.allSatisfy { abs($0) <= 0.05 })
    #expect(numbers.max()! > 0.0499 && numbers.min()! < -0.0499)
    // U(±h) has the mean 0 and the variance h²/3.
    let count = Double(numbers.count)
    #expect(abs(numbers.reduce(0, +) / count) < 4 * 0.05 / 3.0.squareRoot() / count.squareRoot())
    let variance = numbers.reduce(0) { $0 + $1 * $1 } / count
    #expect(abs(variance / (0.0025 / 3) - 1) < 0.03)
    #expect(pair.b.elements.allSatisfy { $0 == 0 })
  }

  /// W·x + b + s·B·A·x in double precision, for both layouts of the layer's own weight.
  @Test(arguments: [WeightLayout.inputsByOutputs, .outputsByInputs])
  func theOutputIsTheFormula(layout: WeightLayout) {
    let layer = layer(layout, 5, 4)
    let pair = pair(rank: 2, scale: 1.5, layer)
    Sample.move([pair.b], by: 0.5)
    let x = Tensor([6, 5])
    Sample.move([x], by: 1, seed: 2)
    let base = layer(x).elements
    layer.adapter = pair
    let (a, b) = (pair.a.elements, pair.b.elements)
    for (place, y) in layer(x).elements.enumerated() {
      let (row, output) = (place / 4, place % 4)
      var expected = Double(base[place])
      for r in 0..<2 {
        let low = (0..<5).reduce(0.0) {
          $0 + Double(a[r * 5 + $1]) * Double(x.elements[row * 5 + $1])
        }
        expected += 1.5 * Double(b[output * 2 + r]) * low
      }
      #expect(abs(Double(y) - expected) < 3e-6)
    }
  }

  @Test func theScaleIsAlphaOverTheRankOrItsRoot() {
    #expect(LoRA(rank: 16, alpha: 8).scale == 0.5)
    #expect(LoRA(rank: 16, alpha: 8, isRankStabilised: true).scale == 2)
  }

  /// Dropout falls on the adapter's input alone, and only where a stream is given.
  @Test func dropoutFallsOnTheAdaptersInput() {
    let layer = layer(.outputsByInputs, 40, 4)
    let pair = pair(rank: 2, scale: 1, dropout: 0.5, layer)
    Sample.move([pair.b], by: 0.5)
    let x = Tensor([6, 40])
    Sample.move([x], by: 1, seed: 2)
    let base = layer(x)
    layer.adapter = pair
    let stream = { DropoutStream(SeededRandom(seed: 6)) }
    let expected =
      base
      + x.dropout(0.5, stream()).linear(pair.a, layout: .outputsByInputs)
      .linear(pair.b, layout: .outputsByInputs)
    #expect(relativeError(layer(x, dropout: stream()), expected) < 1e-6)
    #expect(layer(x).elements != layer(x, dropout: stream()).elements)
    #expect(bits(layer(x)) == bits(layer(x)))
  }

  /// The stream reaches the adapters of a whole model: training with it differs, evaluation does
  /// not.
  @Test func dropoutIsOffWithoutAStream() throws {
    let model = Sample.languageModel()
    let adapter = try LoRA(rank: 2, dropout: 0.5, targets: .allLinear).attach(to: model)
    let base = bits(try model.logits(TokenBatch(Sample.rows)))
    adapter.move()
    let batch = TokenBatch(Sample.rows)
    let stream = { (seed: UInt64) in DropoutStream(SeededRandom(seed: seed)) }
    let plain = try model.loss(batch).scalar
    #expect(bits(try model.logits(batch)) != base)
    #expect(try model.loss(batch).scalar == plain)
    let dropped = try [1, 1, 2].map { try model.loss(batch, dropout: stream($0)).scalar }
    #expect(dropped[0] == dropped[1] && dropped[0] != dropped[2] && dropped[0] != plain)
  }

  /// At B = 0 only B has a gradient that is not zero: A follows once B has moved.
  @Test func theGradientOfAIsZeroAtFirst() throws {
    let model = Sample.languageModel()
    let adapter = try LoRA(rank: 3).attach(to: model)
    try model.loss(TokenBatch(Sample.rows)).backward()
    for (name, tensor) in adapter.parameters {
      let isZero = tensor.gradient!.elements.allSatisfy { $0 == 0 }
      #expect(isZero == name.hasSuffix("lora_A.weight"))
    }
  }

  /// Added to the weights by hand, the updates give the logits of the adapter.
  @Test(arguments: MethodCase.reparametrised)
  func theUpdatesAreWhatTheAdapterAddsToTheWeights(_ tried: MethodCase) throws {
    let model = Sample.languageModel()
    let adapter = try tried.method.attach(to: model)
    adapter.move()
    let logits = { try withoutGradients { try model.logits(TokenBatch(Sample.rows)) } }
    let (tuned, updates) = (try logits(), adapter.weightUpdates)
    guard let lora = tried.method as? LoRA else {
      #expect(updates.isEmpty)
      return
    }
    guard lora.biases == .none else { return }
    adapter.deactivate()
    let layers = Dictionary(uniqueKeysWithValues: model.transformer.linearLayers)
    for (name, update) in updates {
      let weight = try #require(layers[name]).weight
      weight.assign(weight + update)
    }
    #expect(relativeError(try logits(), tuned) < 1e-5)
    let rank = try #require(updates.first).update.singularValues().count { $0 > 1e-5 }
    #expect(lora.isWeightDecomposed || rank == lora.rank)
  }
}
