import FineTuning
import Foundation
import Models
import Testing
import Tokenizers

/// Fixtures/sft, which dev/fixtures/sft_fixture.py made with transformers and TRL.
struct SFTFixture {
  struct Row: Decodable {
    let segments: [[String]]
    let tokens, completion, full, collated: [Int32]

    var rendered: [Segment] { segments.map { Segment(Segment.Kind(rawValue: $0[0])!, $0[1]) } }
  }

  struct Losses: Decodable {
    let loss: Float
    let rows: [Float]
  }

  struct Border: Decodable {
    let prompt, whole: [Int32]
  }

  struct TRL: Decodable {
    struct Row: Decodable {
      let row: Int
      let tokens, labels: [Int32]
    }

    let loss: Float
    let rows: [Row]
  }

  struct Packed: Decodable {
    let capacity: Int
    let lengths: [Int]
    let groups: [[Int]]
  }

  struct Expected: Decodable {
    let rows: [Row]
    let completion, full, collated: Losses
    let border: Border
    let trl: TRL
    let packed: Packed
  }

  let folder: URL
  let expected: Expected
  let tensors: SafetensorsFile
  let tokenizer: Tokenizer

  init() throws {
    folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/sft")
    let text = try Data(contentsOf: folder.appendingPathComponent("expected.json"))
    expected = try JSONDecoder().decode(Expected.self, from: text)
    tensors = try SafetensorsFile(folder.appendingPathComponent("expected.safetensors"))
    tokenizer = try Tokenizer(folder: folder)
  }

  func model() throws -> GPT2LMHeadModel { try GPT2LMHeadModel.load(folder) }

  func examples(_ mask: LossMask, bug: MaskBug? = nil) throws -> [EncodedExample] {
    try [EncodedExample](
      expected.rows.map(\.rendered), tokenizer: tokenizer, mask: mask, bug: bug)
  }
}
