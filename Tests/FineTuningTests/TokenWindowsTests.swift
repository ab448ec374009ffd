import FineTuning
import Testing

@Suite struct TokenWindowsTests {
  /// A stream in which every token says where it stands.
  private let stream = (0..<104).map(Int32.init)

  @Test(arguments: [1, 3, 4, 20]) func everyWindowComesOnceAnEpoch(size: Int) {
    let windows = TokenWindows(stream, length: 10, seed: 1)
    #expect(windows.count == 10)
    let starts = (0..<20).flatMap { step in
      windows.batch(step: step, size: size).batch.ids.enumerated()
        .filter { $0.offset % 10 == 0 }.map { Int($0.element) }
    }
    #expect(starts.count == 20 * size)
    let whole = stride(from: 0, to: 100, by: 10).map { $0 }
    for epoch in 0..<starts.count / 10 {
      #expect(starts[epoch * 10..<(epoch + 1) * 10].sorted() == whole)
      #expect(starts[epoch * 10] == starts[0])
    }
    #expect(Array(starts.prefix(10)) != whole)
  }

  @Test func labelsAreTheNextTokensOfTheStream() {
    let windows = TokenWindows(stream, length: 10, seed: 3)
    for step in 0..<5 {
      let (batch, labels) = windows.batch(step: step, size: 3)
      #expect(batch.rowCount == 3 && batch.tokenCount == 30)
      #expect((0..<3).allSatisfy { batch.segments.range($0).count == 10 })
      #expect(labels == batch.ids.map { $0 + 1 })
    }
  }

  @Test func theSeedDecidesTheOrder() {
    let ids = { (seed: UInt64) in
      let windows = TokenWindows(stream, length: 5, seed: seed)
      return (0..<4).flatMap { windows.batch(step: $0, size: 5).batch.ids }
    }
    #expect(ids(1) == ids(1))
    #expect(ids(1) != ids(2))
  }

  /// The last window needs a label as well.
  @Test(arguments: [(0, 0), (1, 0), (10, 0), (11, 1), (20, 1), (21, 2)])
  func countsWholeWindows(tokens: Int, expected: Int) {
    #expect(TokenWindows(Array(stream.prefix(tokens)), length: 10, seed: 1).count == expected)
  }

  @Test func aStreamThatIsTooShortHasNoBatch() async {
    await #expect(processExitsWith: .failure) {
      _ = TokenWindows([1, 2, 3], length: 3, seed: 1).batch(step: 0, size: 1)
    }
  }
}
