import Tensors
import Testing

@Suite struct EmbeddingTests {
  private func reference(_ table: [Double], _ ids: [Int32], width: Int) -> [Double] {
    ids.flatMap { table[Int($0) * width..<(Int($0) + 1) * width] }
  }

  private func draw(_ count: Int, below bound: Int, seed: UInt64) -> [Int32] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in Int32(random.int(below: bound)) }
  }

  /// A table of few rows, so that ids repeat.
  @Test(arguments: [1, 2, 7, 65, 130], [1, 3, 17, 33])
  func equalsItsReference(rows: Int, width: Int) {
    let ids = draw(rows, below: 11, seed: 1)
    expectClose(
      GradientCheck(
        shapes: [[11, width]], operation: { .embedding($0[0], ids: ids) },
        reference: { reference($0[0], ids, width: width) }), "\(ids)")
    let positions = draw(rows, below: 5, seed: 2)
    expectClose(
      GradientCheck(
        shapes: [[11, width], [5, width]],
        operation: { .embedding($0[0], ids: ids, places: $0[1], positions: positions) },
        reference: {
          zip(reference($0[0], ids, width: width), reference($0[1], positions, width: width))
            .map(+)
        }), "\(ids) at \(positions)")
  }

  /// Rows and columns of several parts.
  @Test func severalParts() {
    let (ids, positions) = (draw(130, below: 6, seed: 3), draw(130, below: 9, seed: 4))
    expectClose(
      GradientCheck(
        shapes: [[6, 300], [9, 300]], mostPlaces: 200,
        operation: { .embedding($0[0], ids: ids, places: $0[1], positions: positions) },
        reference: {
          zip(reference($0[0], ids, width: 300), reference($0[1], positions, width: 300)).map(+)
        }))
  }

  /// One table gives the embedding and, as a head, the outputs.
  @Test func addsToTheGradientOfATiedHead() {
    let ids: [Int32] = [4, 0, 4, 2, 1]
    expectClose(
      GradientCheck(
        shapes: [[6, 3]],
        operation: {
          Tensor.embedding($0[0], ids: ids).linear($0[0], layout: .outputsByInputs)
        },
        reference: {
          Reference.linear(
            reference($0[0], ids, width: 3), $0[0], bias: nil, inputs: 3, outputs: 6,
            layout: .outputsByInputs)
        }))
  }

  @Test(arguments: [true, false]) func onlyTheTrainableTableGetsAGradient(tokensTrain: Bool) {
    let ids: [Int32] = [1, 0, 1]
    let (tokens, places) = (Tensor.normal([2, 3], seed: 1), Tensor.normal([3, 3], seed: 2))
    (tokensTrain ? tokens : places).requiresGradient = true
    let gradient = Tensor.normal([3, 3], seed: 3)
    Tensor.embedding(tokens, ids: ids, places: places, positions: [0, 1, 2])
      .backward(gradient: gradient)
    if tokensTrain {
      let g = gradient.elements
      #expect(places.gradient == nil)
      #expect(tokens.gradient!.elements == Array(g[3..<6]) + (0..<3).map { g[$0] + g[6 + $0] })
    } else {
      #expect(tokens.gradient == nil)
      #expect(places.gradient!.bits == gradient.bits)
    }
  }
}
