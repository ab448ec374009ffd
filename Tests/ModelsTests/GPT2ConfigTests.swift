import Foundation
import Models
import Testing

@Suite struct GPT2ConfigTests {
  /// The file beside the Hub's gpt2.
  private let hub = """
    {"activation_function": "gelu_new", "architectures": ["GPT2LMHeadModel"], "attn_pdrop": 0.1,
     "bos_token_id": 50256, "embd_pdrop": 0.1, "eos_token_id": 50256, "initializer_range": 0.02,
     "layer_norm_epsilon": 1e-05, "model_type": "gpt2", "n_ctx": 1024, "n_embd": 768,
     "n_head": 12, "n_layer": 12, "n_positions": 1024, "resid_pdrop": 0.1,
     "summary_activation": null, "summary_use_proj": true,
     "task_specific_params": {"text-generation": {"do_sample": true, "max_length": 50}},
     "vocab_size": 50257}
    """

  private let small = #""model_type":"gpt2","vocab_size":7,"n_positions":8,"n_embd":4"#

  private func read(_ text: String) throws -> GPT2Config {
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("config.json")
      try Data(text.utf8).write(to: url)
      return try GPT2Config(contentsOf: url)
    }
  }

  private func rewritten(_ config: GPT2Config) throws -> String {
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("config.json")
      try config.write(to: url, architecture: "GPT2Model")
      return try String(contentsOf: url, encoding: .utf8)
    }
  }

  @Test func readsTheHubsFile() throws {
    let config = try read(hub)
    #expect(config.vocabSize == 50257 && config.contextLength == 1024)
    #expect(config.hiddenSize == 768 && config.layerCount == 12 && config.headCount == 12)
    #expect(config.mlpSize == 3072 && config.headSize == 64)
    #expect(config.layerNormEpsilon == 1e-5 && config.attentionDropout == 0.1)
    #expect(config.bosToken == 50256 && config.eosTokens == [50256] && config.padToken == nil)
    #expect(config.tieWordEmbeddings && config.labels.count == 2)
    #expect(config.attentionScale(layer: 3) == 0.125)
  }

  @Test func readsAliasesAndWhatDiffersFromTheDefaults() throws {
    let config = try read(
      """
      {"model_type":"gpt2","vocab_size":7,"max_position_embeddings":8,"hidden_size":4,
       "num_hidden_layers":2,"num_attention_heads":2,"n_inner":5,"torch_dtype":"bfloat16",
       "tie_word_embeddings":false,"eos_token_id":[1,2],"pad_token_id":3,"bos_token_id":null,
       "problem_type":"regression","scale_attn_weights":false,
       "scale_attn_by_inverse_layer_idx":true,"id2label":{"1":"good","0":"bad","2":"so-so"}}
      """)
    #expect(config.contextLength == 8 && config.hiddenSize == 4)
    #expect(config.layerCount == 2 && config.headCount == 2 && config.mlpSize == 5)
    #expect(!config.tieWordEmbeddings && config.eosTokens == [1, 2])
    #expect(config.padToken == 3 && config.bosToken == nil)
    #expect(config.problemType == .regression)
    #expect(config.labels == ["bad", "good", "so-so"])
    #expect(config.attentionScale(layer: 3) == 0.25)
  }

  @Test func writesWhatItReads() throws {
    for text in [hub, "{\(small),\"n_layer\":1,\"n_head\":2,\"num_labels\":3,\"new_key\":[1.50]}"] {
      let config = try read(text)
      let again = try read(rewritten(config))
      #expect(again == config)
    }
  }

  @Test func writesAsTransformersDoes() throws {
    var config = GPT2Config(
      vocabSize: 7, contextLength: 8, hiddenSize: 4, layerCount: 1, headCount: 2
    ).withLabels(3)
    config.padToken = 0
    #expect(
      try rewritten(config) == """
        {
          "activation_function": "gelu_new",
          "architectures": [
            "GPT2Model"
          ],
          "attn_pdrop": 0.1,
          "bos_token_id": 50256,
          "dtype": "float32",
          "embd_pdrop": 0.1,
          "eos_token_id": 50256,
          "id2label": {
            "0": "LABEL_0",
            "1": "LABEL_1",
            "2": "LABEL_2"
          },
          "initializer_range": 0.02,
          "label2id": {
            "LABEL_0": 0,
            "LABEL_1": 1,
            "LABEL_2": 2
          },
          "layer_norm_epsilon": 1e-05,
          "model_type": "gpt2",
          "n_embd": 4,
          "n_head": 2,
          "n_inner": null,
          "n_layer": 1,
          "n_positions": 8,
          "pad_token_id": 0,
          "resid_pdrop": 0.1,
          "scale_attn_by_inverse_layer_idx": false,
          "scale_attn_weights": true,
          "tie_word_embeddings": true,
          "vocab_size": 7
        }

        """)
  }

  @Test func keepsWhatItDoesNotKnow() throws {
    let text = try rewritten(read(hub))
    #expect(text.contains("\"summary_use_proj\": true"))
    #expect(text.contains("\"max_length\": 50"))
    #expect(text.contains("\"GPT2Model\"") && !text.contains("GPT2LMHeadModel"))
  }

  @Test(arguments: [
    ("\"n_layer\":1", "n_head"), ("\"n_layer\":1,\"n_head\":3", "n_head"),
    ("\"n_layer\":0,\"n_head\":2", "n_layer"), ("\"n_layer\":\"1\",\"n_head\":2", "n_layer"),
    ("\"n_layer\":1.0,\"n_head\":2", "n_layer"),
    ("\"n_layer\":1,\"n_head\":2,\"num_attention_heads\":4", "num_attention_heads"),
    ("\"n_layer\":1,\"n_head\":2,\"attn_pdrop\":2", "attn_pdrop"),
    ("\"n_layer\":1,\"n_head\":2,\"layer_norm_epsilon\":\"x\"", "layer_norm_epsilon"),
    ("\"n_layer\":1,\"n_head\":2,\"scale_attn_weights\":1", "scale_attn_weights"),
    ("\"n_layer\":1,\"n_head\":2,\"eos_token_id\":[1.5]", "eos_token_id"),
    ("\"n_layer\":1,\"n_head\":2,\"id2label\":{\"1\":\"a\"}", "id2label"),
    ("\"n_layer\":1,\"n_head\":2,\"num_labels\":0", "num_labels"),
    ("\"n_layer\":1,\"n_head\":2,\"problem_type\":\"other\"", "problem_type"),
    ("\"n_layer\":1,\"n_head\":2,\"add_cross_attention\":true", "add_cross_attention"),
  ])
  func namesTheFieldAtFault(_ fields: String, _ key: String) {
    let error = #expect(throws: ConfigError.self) { try read("{\(small),\(fields)}") }
    #expect(error?.key == key)
    #expect(error?.errorDescription?.contains(key) == true)
  }

  @Test func refusesOtherActivationsByName() {
    let error = #expect(throws: ConfigError.self) {
      try read("{\(small),\"n_layer\":1,\"n_head\":2,\"activation_function\":\"relu\"}")
    }
    #expect(error?.reason == .unsupported("relu", known: ["gelu_new"]))
    #expect(error?.recoverySuggestion?.contains("gelu_new") == true)
  }

  @Test func refusesOtherModelsAndOtherFiles() {
    for text in ["", "[]", "{}", #"{"model_type":"llama"}"#, #"{"model_type":"gpt2"}"#] {
      #expect(throws: ConfigError.self) { try read(text) }
    }
  }
}
