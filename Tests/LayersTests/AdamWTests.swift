import Foundation
import Layers
import Tensors
import Testing

@Suite(.serialized) struct AdamWTests {
  /// AdamW from its paper, in double precision and for one number.
  private struct Reference {
    var value: Double
    var first = 0.0
    var second = 0.0

    mutating func step(
      _ t: Int, gradient: Double, rate: Double, decay: Double, beta1: Double, beta2: Double,
      epsilon: Double
    ) {
      first = beta1 * first + (1 - beta1) * gradient
      second = beta2 * second + (1 - beta2) * gradient * gradient
      let mean = first / (1 - pow(beta1, Double(t)))
      let variance = second / (1 - pow(beta2, Double(t)))
      value -= rate * decay * value + rate * mean / (variance.squareRoot() + epsilon)
    }
  }

  struct Setting: Sendable {
    var options = AdamW.Options()
    var scale: Float = 1
    var gradientSize: Float = 1
  }

  static let settings = [
    Setting(), Setting(options: .init(weightDecay: 0.1), scale: 0.3),
    Setting(options: .init(beta1: 0.8, beta2: 0.95, epsilon: 1e-3, weightDecay: 0.5)),
    // Gradients as small as epsilon, which then counts.
    Setting(options: .init(epsilon: 1e-6), gradientSize: 1e-6),
  ]

  @Test(arguments: settings) func twentySteps(setting: Setting) {
    let options = setting.options
    var random = SeededRandom(seed: 1)
    let parameters = [[5, 7], [7], [2, 3, 4]].map {
      Tensor.normal($0, deviation: 1, using: &random)
    }
    for parameter in parameters { parameter.requiresGradient = true }
    var references = parameters.map { $0.elements.map { Reference(value: Double($0)) } }
    let optimiser = AdamW(parameters, options)
    for t in 1...20 {
      let rate = 0.02 / Float(t)
      for (index, parameter) in parameters.enumerated() {
        let size = setting.gradientSize
        let gradient = Tensor.uniform(parameter.shape, -size, 2 * size, using: &random)
        parameter.gradient = gradient
        // Biases and norms, of one axis, do not decay.
        let decay = index == 1 ? 0 : Double(options.weightDecay)
        for i in 0..<parameter.count {
          references[index][i].step(
            t, gradient: Double(gradient.elements[i]) * Double(setting.scale), rate: Double(rate),
            decay: decay, beta1: Double(options.beta1), beta2: Double(options.beta2),
            epsilon: Double(options.epsilon))
        }
      }
      optimiser.step(learningRate: rate, gradientScale: setting.scale)
    }
    #expect(optimiser.stepCount == 20)
    for (index, parameter) in parameters.enumerated() {
      for (i, reference) in references[index].enumerated() {
        #expect(abs(Double(parameter.elements[i]) - reference.value) < 1e-6)
        let moment = optimiser.moments[index]
        let size = Double(setting.gradientSize)
        #expect(abs(Double(moment.first.elements[i]) - reference.first) < 1e-6 * size)
        #expect(abs(Double(moment.second.elements[i]) - reference.second) < 1e-6 * size * size)
      }
    }
  }

  /// One step by hand: the first update is the learning rate in the gradient's direction.
  @Test func theFirstStepByHand() {
    let weight = Tensor([1, 2], [10, -10])
    weight.requiresGradient = true
    weight.gradient = Tensor([1, 2], [4, 0.5])
    AdamW([weight], .init(weightDecay: 0.1)).step(learningRate: 0.01)
    #expect(abs(weight.elements[0] - (10 - 0.01 - 0.01)) < 2e-6)
    #expect(abs(weight.elements[1] - (-10 - 0.01 + 0.01)) < 2e-6)
  }

  @Test func parametersWithoutAGradientStayAsTheyAre() {
    let (one, other) = (Tensor([2, 2], filledWith: 1), Tensor([2, 2], filledWith: 1))
    for tensor in [one, other] { tensor.requiresGradient = true }
    one.gradient = Tensor([2, 2], filledWith: 1)
    let optimiser = AdamW([one, other], .init(weightDecay: 0.1))
    optimiser.step(learningRate: 0.1)
    #expect(one.elements[0] != 1)
    #expect(other.elements == [1, 1, 1, 1])
    #expect(optimiser.stateBytes == 2 * 8 * 4)
  }

  /// A run that is taken up again goes on as if it had not stopped, to the bit, whatever the number
  /// of threads.
  @Test func restoringAndThreadsChangeNoBit() {
    let before = ThreadPool.threadCount
    defer { ThreadPool.threadCount = before }
    let weights = [(1, false), (2, false), (2, true)].map { threads, restores in
      ThreadPool.threadCount = threads
      var random = SeededRandom(seed: 4)
      let weight = Tensor.normal([300, 701], deviation: 1, using: &random)
      weight.requiresGradient = true
      var optimiser = AdamW([weight], .init(weightDecay: 0.1))
      for step in 0..<4 {
        if restores && step == 2 {
          let saved = optimiser.moments
          optimiser = AdamW([weight], .init(weightDecay: 0.1))
          optimiser.moments[0].first.assign(saved[0].first)
          optimiser.moments[0].second.assign(saved[0].second)
          optimiser.resume(at: 2)
        }
        weight.gradient = .normal([300, 701], deviation: 1, using: &random)
        optimiser.step(learningRate: 0.1)
      }
      return weight.elements.map(\.bitPattern)
    }
    #expect(weights[0] == weights[1])
    #expect(weights[0] == weights[2])
  }

  /// A table most rows of which no gradient reaches is updated as its rows would be one by one, in
  /// parts too short for the kernel to pass over.
  @Test(arguments: [0, 0.1] as [Float])
  func rowsWithoutGradientsGetTheSameBits(weightDecay: Float) {
    let (rows, width) = (40, 96)
    var random = SeededRandom(seed: 9)
    let table = Tensor.normal([rows, width], deviation: 1, using: &random)
    table.requiresGradient = true
    let single = (0..<rows).map { row in
      Tensor([1, width], Array(table.elements[row * width..<(row + 1) * width]))
    }
    for row in single { row.requiresGradient = true }
    let options = AdamW.Options(weightDecay: weightDecay)
    let (together, apart) = (AdamW([table], options), AdamW(single, options))
    // Row 17 has a gradient once, row 30 from the third step on.
    for step in 0..<5 {
      let gradient = Tensor([rows, width])
      for row in (step == 0 ? [17] : step < 2 ? [] : [30]) {
        for i in 0..<width { gradient.pointer[row * width + i] = random.normal() }
      }
      table.gradient = gradient
      for (row, parameter) in single.enumerated() {
        parameter.gradient = Tensor(
          [1, width], Array(gradient.elements[row * width..<(row + 1) * width]))
      }
      together.step(learningRate: 0.1)
      apart.step(learningRate: 0.1)
    }
    #expect(table.elements.map(\.bitPattern) == single.flatMap { $0.elements.map(\.bitPattern) })
    #expect(
      together.moments[0].second.elements.map(\.bitPattern)
        == apart.moments.flatMap { $0.second.elements.map(\.bitPattern) })
    #expect(together.moments[0].first.elements.prefix(17 * width).allSatisfy { $0 == 0 })
  }
}
