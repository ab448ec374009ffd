import Tensors

/// A parameter of the model itself that an adapter trains. Installed, the model's tensor holds the
/// adapter's numbers and gradient, and the base's wait here; removed, it is the other way round.
final class SwappedParameter: MergeablePart {
  private let name: String
  private let target: Tensor
  private let waiting: Tensor
  private var isInstalled = false
  private var isMerged = false

  /// `name` is the one in peft's files. The adapter starts with the model's numbers.
  init(_ name: String, _ target: Tensor) {
    self.name = name
    self.target = target
    waiting = target.copy()
  }

  /// The adapter's own numbers, wherever they are now.
  var parameters: [(name: String, tensor: Tensor)] {
    [(name, isInstalled || isMerged ? target : waiting)]
  }

  var isOccupied: Bool { false }

  func install() {
    precondition(!isInstalled)
    swap()
    isInstalled = true
  }

  func remove() {
    precondition(isInstalled)
    swap()
    isInstalled = false
  }

  /// The numbers of the adapter become those of the base, which wait here until `unmerge`.
  func merge() {
    swap()
    isMerged = true
  }

  func unmerge() {
    swap()
    isMerged = false
  }

  private func swap() { target.exchange(with: waiting) }
}
