import FineTuning
import World

extension InstructionTask {
  /// The task as a row of instruction data, with the answer that training shows.
  public var example: Example { .instruction(instruction, input: input, output: output) }
}

extension OpenInstruction {
  /// The instruction once with each of its answers.
  public var examples: [Example] {
    answers.map { .instruction(instruction, input: input, output: $0) }
  }
}
