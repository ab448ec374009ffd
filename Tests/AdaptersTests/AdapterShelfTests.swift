import Adapters
import Models
import Tensors
import Testing

@Suite struct AdapterShelfTests {
  private let subject = Subject(.classifier)
  private let shelf = AdapterShelf()
  private let tuned: [String: [UInt32]]
  private let base: [UInt32]

  init() throws {
    base = bits(try subject.logits(Sample.rows))
    var tuned: [String: [UInt32]] = [:]
    let methods: [(String, any AdapterMethod)] = [
      ("lora", LoRA(rank: 2)), ("biases", BitFit()), ("prefix", PrefixTuning(length: 2)),
    ]
    for (name, method) in methods {
      let adapter = try method.attach(to: subject.model)
      adapter.move()
      tuned[name] = bits(try subject.logits(Sample.rows))
      shelf.add(adapter, as: name)
      #expect(bits(try subject.logits(Sample.rows)) == base)
    }
    self.tuned = tuned
  }

  @Test func switchesAndComesBack() throws {
    #expect(shelf.names == ["lora", "biases", "prefix"])
    #expect(shelf.inUse == nil && Set(tuned.values).count == 3)
    for name in ["prefix", "lora", "biases", "biases", "lora", "prefix"] {
      shelf.use(name)
      #expect(shelf.inUse == name)
      #expect(bits(try subject.logits(Sample.rows)) == tuned[name])
    }
    shelf.use(nil)
    #expect(shelf.inUse == nil)
    #expect(bits(try subject.logits(Sample.rows)) == base)
    #expect(shelf["lora"]?.method as? LoRA == LoRA(rank: 2))
    #expect(shelf["none"] == nil)
  }

  @Test func useForAWhileGoesBackAlsoAfterAnError() throws {
    struct Stop: Error {}
    shelf.use("lora")
    try shelf.using("prefix") { () throws in
      #expect(bits(try subject.logits(Sample.rows)) == tuned["prefix"])
      try shelf.using(nil) { () throws in
        #expect(bits(try subject.logits(Sample.rows)) == base)
      }
      #expect(shelf.inUse == "prefix")
    }
    #expect(bits(try subject.logits(Sample.rows)) == tuned["lora"])
    #expect(throws: Stop.self) { try shelf.using("biases") { throw Stop() } }
    #expect(bits(try subject.logits(Sample.rows)) == tuned["lora"])
  }

  /// Every adapter carries a head of its own: 3 labels of 8 numbers.
  @Test func countsItsBytes() {
    let adapters = shelf.names.compactMap { shelf[$0] }
    #expect(shelf.bytes == 4 * adapters.reduce(0) { $0 + $1.parameterCount })
    #expect(adapters[0].parameterCount == 2 * 2 * (8 + 24) + 3 * 8)
    #expect(adapters[2].parameterCount == 2 * 2 * 2 * 8 + 3 * 8)
  }
}
