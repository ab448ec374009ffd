/// An operation of the engine beside the same function written in double precision: how far the
/// output is off, and how far every gradient is from a central finite difference.
///
/// The output is contracted with a random upstream gradient u before it is differentiated, so that
/// every output takes part: with the reference f and an input x, the gradient at i must be
/// (u·f(x + h eᵢ) − u·f(x − h eᵢ)) / 2h.
///
///     let check = GradientCheck(shapes: [[3, 4]]) { $0[0].relu() } reference: { x in
///       x[0].map { max(0, $0) }
///     }
///     check.worst.relativeError  // 0.0000001
public struct GradientCheck: Sendable, CustomStringConvertible {
  /// Where an array of results is furthest from what it should be.
  public struct Deviation: Sendable, CustomStringConvertible {
    /// "output", or "gradient of input 1".
    public let quantity: String
    /// The index along every axis.
    public let place: [Int]
    public let expected: Double
    public let found: Double
    /// |found − expected|, divided by the largest |expected| of the places looked at; infinite where
    /// a result is not a number.
    public let relativeError: Double

    public var description: String {
      "\(quantity) at \(place): \(found) instead of \(expected), relative error \(relativeError)"
    }
  }

  public let output: Deviation
  /// One for each input.
  public let gradients: [Deviation]

  public var worst: Deviation {
    gradients.reduce(output) { $1.relativeError > $0.relativeError ? $1 : $0 }
  }

  public var description: String {
    ([output] + gradients).map(\.description).joined(separator: "\n")
  }

  /// Checks with inputs drawn from N(0, 1).
  ///
  /// - Parameters:
  ///   - shapes: the shape of every input.
  ///   - mostPlaces: how many elements of each input are moved; when there are more, as many are
  ///     drawn. The reference runs twice for each.
  ///   - operation: what is checked, from trainable tensors of these shapes.
  ///   - reference: the same from flat arrays; its result is flat too.
  public init(
    shapes: [[Int]], seed: UInt64 = 1, mostPlaces: Int = .max,
    operation: ([Tensor]) -> Tensor, reference: ([[Double]]) -> [Double]
  ) {
    var random = SeededRandom(seed: seed, stream: "inputs")
    let inputs = shapes.map { Tensor.normal($0, deviation: 1, using: &random) }
    self.init(
      inputs: inputs, seed: seed, mostPlaces: mostPlaces, operation: operation,
      reference: reference)
  }

  /// Checks a reference that returns one number.
  public init(
    shapes: [[Int]], seed: UInt64 = 1, mostPlaces: Int = .max,
    operation: ([Tensor]) -> Tensor, reference: ([[Double]]) -> Double
  ) {
    self.init(
      shapes: shapes, seed: seed, mostPlaces: mostPlaces, operation: operation,
      reference: { [reference($0)] })
  }

  /// Checks at the numbers of these tensors, which stay as they are.
  public init(
    inputs: [Tensor], seed: UInt64 = 1, mostPlaces: Int = .max,
    operation: ([Tensor]) -> Tensor, reference: ([[Double]]) -> [Double]
  ) {
    var random = SeededRandom(seed: seed, stream: "upstream")
    let tensors = inputs.map { $0.copy() }
    for tensor in tensors { tensor.requiresGradient = true }
    var flat = inputs.map { $0.elements.map(Double.init) }

    let result = operation(tensors)
    output = Deviation(
      "output", shape: result.shape, places: Array(0..<result.count),
      expected: reference(flat), found: result.elements)

    let upstream = Tensor.normal(result.shape, deviation: 1, using: &random)
    let weights = upstream.elements.map(Double.init)
    result.backward(gradient: upstream)
    func contracted(_ inputs: [[Double]]) -> Double {
      zip(reference(inputs), weights).reduce(0) { $0 + $1.0 * $1.1 }
    }
    var deviations: [Deviation] = []
    for (input, tensor) in tensors.enumerated() {
      let all = Array(0..<tensor.count)
      let places = all.count <= mostPlaces ? all : random.sample(mostPlaces, from: all)
      let slopes = places.map { place in
        let value = flat[input][place]
        let step = 1e-5 * max(1, abs(value))
        defer { flat[input][place] = value }
        flat[input][place] = value + step
        let above = contracted(flat)
        flat[input][place] = value - step
        return (above - contracted(flat)) / (2 * step)
      }
      // An input that the operation did not use has no gradient, which means zero.
      let gradient = tensor.gradient?.elements ?? Array(repeating: 0, count: tensor.count)
      deviations.append(
        Deviation(
          "gradient of input \(input)", shape: tensor.shape, places: places, expected: slopes,
          found: places.map { gradient[$0] }))
    }
    gradients = deviations
  }
}

extension GradientCheck.Deviation {
  fileprivate init(
    _ quantity: String, shape: [Int], places: [Int], expected: [Double], found: [Float]
  ) {
    precondition(
      expected.count == found.count,
      "the reference gives \(expected.count) numbers, the operation \(found.count)")
    let largest = expected.reduce(Double.leastNormalMagnitude) { max($0, abs($1)) }
    let errors = zip(expected, found).map { expected, found in
      let error = abs(Double(found) - expected) / largest
      return error.isNaN ? .infinity : error
    }
    let worst = errors.indices.max { errors[$0] < errors[$1] } ?? 0
    self.quantity = quantity
    place = Self.indices(of: places.isEmpty ? 0 : places[worst], in: shape)
    self.expected = expected.isEmpty ? 0 : expected[worst]
    self.found = found.isEmpty ? 0 : Double(found[worst])
    relativeError = errors.isEmpty ? 0 : errors[worst]
  }

  private static func indices(of place: Int, in shape: [Int]) -> [Int] {
    var rest = place
    return shape.reversed().map { size in
      defer { rest /= max(1, size) }
      return rest % max(1, size)
    }.reversed()
  }
}
