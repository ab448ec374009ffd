import Tensors
import Testing

@Suite(.serialized) struct StorageTests {
  @Test func memoryGoesBackToThePoolAndIsUsedAgain() {
    let count = 130_000
    let before = MemoryPool.shared.statistics
    let first = UInt(bitPattern: Storage(count: count).pointer)
    let after = MemoryPool.shared.statistics
    #expect(after.bytesInUse == before.bytesInUse)
    let again = Storage(count: count - 1000)  // of the same size class
    #expect(UInt(bitPattern: again.pointer) == first)
    #expect(MemoryPool.shared.statistics.systemRequests == after.systemRequests)
  }

  @Test(arguments: [0, 1, 63, 64, 65, 80, 81, 1000, 4097, 1 << 20, (1 << 20) + 1, 3_333_333])
  func wastesLittleAndLiesOnACacheLine(count: Int) {
    let before = MemoryPool.shared.statistics.bytesInUse
    let storage = Storage(count: count)
    #expect(storage.buffer.count == count)
    #expect(UInt(bitPattern: storage.pointer) % 64 == 0)
    let bytes = MemoryPool.shared.statistics.bytesInUse - before
    #expect(bytes >= 4 * count)
    #expect(bytes <= max(256, 4 * count * 9 / 8 + 64))
    for i in 0..<count { storage.pointer[i] = 1 }
  }

  @Test func countsThePeak() {
    MemoryPool.shared.resetPeak()
    let base = MemoryPool.shared.statistics.bytesInUse
    do {
      let memory = [Storage(count: 1 << 16), Storage(count: 1 << 16)]
      #expect(memory.count == 2)
    }
    let statistics = MemoryPool.shared.statistics
    #expect(statistics.peakBytesInUse == base + 2 * 4 << 16)
    #expect(statistics.bytesInUse == base)
  }

  @Test func trimReturnsWhatIsFree() {
    _ = Storage(count: 1 << 18)
    MemoryPool.shared.trim()
    let statistics = MemoryPool.shared.statistics
    #expect(statistics.bytesFromSystem == statistics.bytesInUse)
  }
}
