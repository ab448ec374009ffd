import Foundation
import Synchronization

/// Memory for floats, taken from a pool and returned to it: after the second step a training loop
/// asks the system for nothing.
public final class Storage: @unchecked Sendable {
  /// The floats; the count is what was asked for, the memory behind may be larger.
  public let buffer: UnsafeMutableBufferPointer<Float>
  private let capacity: Int

  /// Memory for `count` floats, not cleared.
  public init(count: Int) {
    capacity = MemoryPool.capacity(for: count)
    let memory = MemoryPool.shared.take(capacity)
    buffer = UnsafeMutableBufferPointer(start: memory, count: count)
  }

  deinit {
    if let start = buffer.baseAddress { MemoryPool.shared.give(start, capacity: capacity) }
  }

  @inlinable public var pointer: UnsafeMutablePointer<Float> { buffer.baseAddress! }
}

/// Free blocks by size class. Classes are an eighth of a power of two apart, so at most an eighth
/// of a block is wasted.
public final class MemoryPool: Sendable {
  public static let shared = MemoryPool()

  private struct State {
    var free: [Int: [UInt]] = [:]
    var bytesFromSystem = 0
    var bytesInUse = 0
    var peakBytesInUse = 0
    var systemRequests = 0
  }
  private let state = Mutex(State())

  /// What the pool holds, in bytes, and how often it had to ask the system.
  public struct Statistics: Sendable, Equatable {
    public let bytesFromSystem: Int
    public let bytesInUse: Int
    public let peakBytesInUse: Int
    public let systemRequests: Int
  }

  public var statistics: Statistics {
    state.withLock {
      Statistics(
        bytesFromSystem: $0.bytesFromSystem, bytesInUse: $0.bytesInUse,
        peakBytesInUse: $0.peakBytesInUse, systemRequests: $0.systemRequests)
    }
  }

  /// Starts a new count of the peak from what is in use now.
  public func resetPeak() {
    state.withLock { $0.peakBytesInUse = $0.bytesInUse }
  }

  /// Gives the free blocks back to the system.
  public func trim() {
    state.withLock { state in
      for (capacity, blocks) in state.free {
        for block in blocks { Foundation.free(UnsafeMutableRawPointer(bitPattern: block)) }
        state.bytesFromSystem -= capacity * blocks.count * MemoryLayout<Float>.stride
      }
      state.free = [:]
    }
  }

  /// The size class of a request, in floats.
  static func capacity(for count: Int) -> Int {
    let smallest = 64
    if count <= smallest { return smallest }
    let step = max(16, 1 << (Int.bitWidth - (count - 1).leadingZeroBitCount - 4))
    return (count + step - 1) / step * step
  }

  fileprivate func take(_ capacity: Int) -> UnsafeMutablePointer<Float> {
    let bytes = capacity * MemoryLayout<Float>.stride
    let found: UInt? = state.withLock { state in
      state.bytesInUse += bytes
      state.peakBytesInUse = max(state.peakBytesInUse, state.bytesInUse)
      if let block = state.free[capacity]?.popLast() { return block }
      state.bytesFromSystem += bytes
      state.systemRequests += 1
      return nil
    }
    if let found {
      return UnsafeMutablePointer(bitPattern: found)!
    }
    let hugePage = 1 << 21
    var memory: UnsafeMutableRawPointer?
    let status = posix_memalign(&memory, bytes >= 2 * hugePage ? hugePage : 64, bytes)
    guard status == 0, let memory else {
      fatalError("out of memory: \(bytes) bytes were asked for")
    }
    #if os(Linux)
      if bytes >= 2 * hugePage { madvise(memory, bytes, MADV_HUGEPAGE) }
    #endif
    return memory.bindMemory(to: Float.self, capacity: capacity)
  }

  fileprivate func give(_ pointer: UnsafeMutablePointer<Float>, capacity: Int) {
    state.withLock { state in
      state.bytesInUse -= capacity * MemoryLayout<Float>.stride
      state.free[capacity, default: []].append(UInt(bitPattern: pointer))
    }
  }
}
