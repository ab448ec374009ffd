import Course

// Medians of several runs. Timings.

extension AdapterShelf {
  /// Seconds from one adapter to the next. None is in use afterwards.
  func secondsToSwitch(runs: Int) -> Double {
    let (names, switches) = (names, 1_000)
    defer { use(nil) }
    return medianSeconds(runs) {
      for turn in 0..<switches { use(names[turn % names.count]) }
    } / Double(switches)
  }
}

extension SavedFolder {
  /// Seconds that `load` takes for the folder. Its files were just written: no disk is waited for.
  func secondsToLoad(runs: Int, _ load: (URL) throws -> Void) throws -> Double {
    try reading { folder in try medianSeconds(runs) { try load(folder) } }
  }
}

private func medianSeconds(_ runs: Int, _ body: () throws -> Void) rethrows -> Double {
  let seconds = try (0..<runs).map { _ in try ContinuousClock().measure(body) / .seconds(1) }
  return seconds.sorted()[runs / 2]
}
