import Course

/// For each of `count` people of a split, 1 where the model finds their own favourite dish likelier
/// than three other dishes, after the beginning "<name>最爱吃", and 0 where not.
func favouriteDishHits(
  _ model: GPT2LMHeadModel, _ tokenizer: Tokenizer, _ world: ClosedWorld, _ split: Split, count: Int
) throws -> [Double] {
  var random = SeededRandom(seed: 5, stream: split.rawValue)
  let dishes = Array(Set(world.people.map(\.favouriteDish))).sorted()
  let people = random.sample(count, from: world.people(split))
  return try people.map { person in
    let others = random.sample(3, from: dishes.filter { $0 != person.favouriteDish })
    let prompt = [tokenizer.endOfText!] + tokenizer.encode("\(person.name)最爱吃")
    let losses = try ([person.favouriteDish] + others).map { dish in
      // A mean and not a sum: long names of dishes must not lose by their length.
      try model.continuationLosses(prompt, tokenizer.encode(dish)).map { Double($0) }.mean
    }
    return losses[0] == losses.min() ? 1 : 0
  }
}

/// The figures of a base model's card that the bill needs.
struct BaseModelCard: Decodable {
  let parameters: Int
  let tokensSeen: Int
  let trainingTokens: Int
  let seconds: Double

  /// Reads card.json of a model's folder.
  init(_ folder: URL) throws {
    let file = folder.appendingPathComponent("card.json")
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
    } catch {
      throw CardError(file: file, reason: "\(error)")
    }
  }
}

struct CardError: LocalizedError {
  let file: URL
  let reason: String
  var errorDescription: String? { "\(file.path) could not be read: \(reason)" }
  var recoverySuggestion: String? {
    "restore it from the repository, or make the model again with the program pretrain"
  }
}
