import Tensors

/// A true difference with what seeds, rows and single cells add to it.
struct Simulation {
  var seeds: Int
  var rows: Int
  var mean = 0.0
  var seedDeviation: Double
  var rowDeviation: Double
  var cellDeviation: Double

  func differences(_ number: Int) -> [[Double]] {
    var random = SeededRandom(seed: UInt64(number), stream: "simulation")
    func draws(_ count: Int, _ deviation: Double) -> [Double] {
      (0..<count).map { _ in deviation * Double(random.normal()) }
    }
    let rowEffects = draws(rows, rowDeviation)
    return draws(seeds, seedDeviation).map { seedEffect in
      zip(rowEffects, draws(rows, cellDeviation)).map { mean + seedEffect + $0 + $1 }
    }
  }
}

func normals(_ count: Int, deviation: Double = 1, seed: Int, stream: String) -> [Double] {
  var random = SeededRandom(seed: UInt64(seed), stream: stream)
  return (0..<count).map { _ in deviation * Double(random.normal()) }
}
