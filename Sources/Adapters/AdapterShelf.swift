import Models

/// Several adapters of one base, of which one or none is in use.
public final class AdapterShelf {
  private var adapters: [(name: String, adapter: Adapter)] = []

  public init() {}

  public var names: [String] { adapters.map(\.name) }

  public subscript(name: String) -> Adapter? { adapters.first { $0.name == name }?.adapter }

  /// The name of the adapter that is in use.
  public var inUse: String? { adapters.first { $0.adapter.isActive }?.name }

  /// Puts an adapter on the shelf; it is out of use then.
  public func add(_ adapter: Adapter, as name: String) {
    precondition(self[name] == nil, "there is a \(name) on the shelf")
    adapter.deactivate()
    adapters.append((name, adapter))
  }

  /// Switches to an adapter, or with nil to the base.
  public func use(_ name: String?) {
    for (_, adapter) in adapters { adapter.deactivate() }
    guard let name else { return }
    guard let adapter = self[name] else { preconditionFailure("there is no \(name) on the shelf") }
    adapter.activate()
  }

  /// Runs `body` with an adapter in use and goes back to the one before.
  public func using<Result>(_ name: String?, _ body: () throws -> Result) rethrows -> Result {
    let before = inUse
    use(name)
    defer { use(before) }
    return try body()
  }

  /// Bytes of all adapters' parameters.
  public var bytes: Int { adapters.reduce(0) { $0 + 4 * $1.adapter.parameterCount } }
}
