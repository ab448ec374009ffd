import ArgumentParser
import Course

/// The chat models of the course: `mini` after instruction tuning.
enum ChatModel: String, CaseIterable, ExpressibleByArgument {
  case chat
  /// The same without a task about reviews, for comparisons in which the chat model must not have met
  /// the task. No open instruction is about reviews.
  case noSentiment = "chat-no-sentiment"

  var mixture: InstructionMixture { self == .chat ? .general : .withoutSentiment }

  /// The template of the course's chat models.
  static let template = try! InstructionTemplate.named("roles")

  /// The same for transformers, as tokenizer_config.json carries it.
  static let jinja = """
    {% for message in messages %}\
    {% if message['role'] == 'system' %}{{ '【SYSTEM】：' + message['content'] + '\\n' }}\
    {% elif message['role'] == 'user' %}{{ '【USER】：' + message['content'] + '\\n' }}\
    {% elif message['role'] == 'assistant' %}{{ '【BOT】：' + message['content'] + eos_token }}\
    {% endif %}{% endfor %}\
    {% if add_generation_prompt %}{{ '【BOT】：' }}{% endif %}
    """
}
