import Adapters
import Layers
import Models
import Tensors
import Testing

@Suite struct CompressionTests {
  private func logits(_ model: GPT2LMHeadModel, _ rows: [[Int32]]) throws -> Tensor {
    try withoutGradients { try model.logits(TokenBatch(rows)) }
  }

  /// Methods beside the layers stay as they are; what stands in a layer has to be merged before.
  @Test(arguments: MethodCase.all)
  func aTunedModelIsCompressed(_ tried: MethodCase) throws {
    let model = Sample.languageModel()
    let adapter = try tried.method.attach(to: model)
    adapter.move()
    let tuned = try logits(model, tried.rows)
    if model.transformer.linearLayers.contains(where: { $0.layer.adapter != nil }) {
      let error = #expect(throws: CompressionError.self) { try model.compress(to: .float16) }
      #expect(error?.errorDescription?.hasPrefix("an adapter stands in transformer.h.0.") == true)
      #expect(bits(try logits(model, tried.rows)) == bits(tuned))
      try adapter.merge()
    }
    try model.compress(to: .float16)
    #expect(relativeError(try logits(model, tried.rows), tuned) < 0.01)
    #expect(model.trainableParameterCount == 0)
  }

  @Test(arguments: MethodCase.all)
  func aCompressedModelTakesNoAdapter(_ tried: MethodCase) throws {
    let model = Sample.languageModel()
    try model.compress(to: .int8)
    let before = bits(try logits(model, Sample.rows))
    let error = #expect(throws: AdapterError.self) { try tried.method.attach(to: model) }
    #expect(error == .compressed(.int8))
    #expect(error?.errorDescription?.contains("int8") == true)
    #expect(error?.recoverySuggestion?.isEmpty == false)
    #expect(bits(try logits(model, Sample.rows)) == before)
  }
}
