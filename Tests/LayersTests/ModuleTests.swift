import Layers
import Tensors
import Testing

@Suite struct ModuleTests {
  private final class Block: Module {
    let norm = LayerNorm(2)
    let map: Linear
    let width = 2
    var extra: Linear?
    init(_ random: inout SeededRandom) {
      map = Linear(2, 3, layout: .inputsByOutputs, deviation: 1, using: &random)
    }
  }

  private final class Model: Module {
    let tokens: Tensor
    let blocks: [Block]
    let head: Tensor
    let scale: Tensor? = nil
    init() {
      var random = SeededRandom(seed: 1)
      tokens = .normal([5, 2], deviation: 1, using: &random)
      blocks = [Block(&random), Block(&random)]
      head = tokens
    }
  }

  private final class Adapter: LinearAdapter {
    let down = Tensor([2, 1], filledWith: 2)
    func callAsFunction(_ x: Tensor, through layer: Linear, dropout: DropoutStream?) -> Tensor {
      layer.withoutAdapter(x)
        + x.linear(down, layout: .inputsByOutputs).linear(
          Tensor([1, 3], filledWith: 1), layout: .inputsByOutputs)
    }
  }

  @Test func pathsFollowTheDeclarationsAndTiedTensorsStandOnce() {
    let model = Model()
    let names = model.namedParameters().map(\.name)
    let block = ["norm.weight", "norm.bias", "map.weight", "map.bias"]
    #expect(
      names == ["tokens"] + block.map { "blocks.0.\($0)" } + block.map { "blocks.1.\($0)" })
    #expect(model.parameters()[0] === model.tokens)
    #expect(model.parameterCount == 10 + 2 * (2 + 2 + 6 + 3))
  }

  @Test func whatIsAddedLaterIsFound() {
    let model = Model()
    var random = SeededRandom(seed: 2)
    model.blocks[1].extra = Linear(
      2, 2, bias: false, layout: .outputsByInputs, deviation: 1, using: &random)
    model.blocks[0].map.adapter = Adapter()
    let names = model.namedParameters().map(\.name)
    #expect(names.contains("blocks.1.extra.weight"))
    #expect(names.contains("blocks.0.map.adapter.down"))
    #expect(names.count == 11)
  }

  @Test func freezeUnfreezeAndClear() {
    let model = Model()
    #expect(model.trainableParameterCount == 0)
    model.unfreeze()
    #expect(model.trainableParameters().count == 9)
    model.blocks[0].freeze()
    #expect(model.trainableParameters().count == 5)
    #expect(model.trainableParameterCount == 10 + 13)
    #expect(model.head.requiresGradient)

    let x = Tensor.embedding(model.tokens, ids: [1, 4])
    model.blocks[1].map(model.blocks[1].norm(x)).sum().backward()
    #expect(model.namedParameters().filter { $0.tensor.gradient != nil }.count == 5)
    model.clearGradients()
    #expect(model.parameters().allSatisfy { $0.gradient == nil })
    #expect(model.trainableParameters().count == 5)
    model.freeze()
    #expect(model.trainableParameters().isEmpty)
  }

  @Test func layersComputeWhatTheirOperationsDo() {
    var random = SeededRandom(seed: 3)
    let x = Tensor.normal([4, 2], deviation: 1, using: &random)
    for layout in [WeightLayout.inputsByOutputs, .outputsByInputs] {
      let layer = Linear(2, 3, layout: layout, deviation: 1, using: &random)
      #expect(layer.weight.shape == (layout == .inputsByOutputs ? [2, 3] : [3, 2]))
      #expect((layer.inputs, layer.outputs) == (2, 3))
      layer.bias!.assign(Tensor([3], [1, 2, 3]))
      let plain = x.linear(layer.weight, bias: layer.bias, layout: layout)
      #expect(layer(x).elements == plain.elements)
      layer.adapter = Adapter()
      let added = zip(0..<4, stride(from: 0, to: 8, by: 2)).flatMap { _, i in
        [Float](repeating: 2 * x.elements[i] + 2 * x.elements[i + 1], count: 3)
      }
      let difference = zip(layer(x).elements, zip(plain.elements, added)).map {
        abs($0 - ($1.0 + $1.1))
      }
      #expect(difference.max()! < 1e-5)
    }
    let norm = LayerNorm(2, epsilon: 0.5)
    #expect(
      norm(x).elements
        == x.layerNorm(weight: norm.weight, bias: norm.bias, epsilon: 0.5).elements)
    #expect(norm.weight.elements == [1, 1] && norm.bias.elements == [0, 0])
  }
}
