import Tensors

extension World {
  /// A dialogue of everyday life. Prices and change agree.
  func dialogue(_ split: Split, using random: inout SeededRandom) -> String {
    var scene = scene(split, using: &random)
    let price = 6 + random.int(below: 55)
    let notes = [5, 10, 20, 50, 100].filter { $0 > price }
    let paid = notes[min(notes.count - 1, random.int(below: 2))]
    let (count, each) = (2 + random.int(below: 8), 2 + random.int(below: 8))
    set("price", price, in: &scene)
    set("paid", paid, in: &scene)
    set("change", paid - price, in: &scene)
    set("n1", count, in: &scene)
    set("n2", each, in: &scene)
    set("total", count * each, in: &scene)
    return text("dialogues.dialogue", in: &scene, using: &random)
  }

  func set(_ variable: String, _ number: Int, in scene: inout Scene) {
    set(variable, String(number), in: &scene)
  }

  func set(_ variable: String, _ value: String, in scene: inout Scene) {
    scene.variables[grammar.variable(variable)] = value
  }
}
