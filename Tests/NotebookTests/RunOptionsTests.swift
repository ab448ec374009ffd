import Notebook
import Testing

@Suite struct RunOptionsTests {
  @Test func everyOptionIsRead() throws {
    let options = try RunOptions(parsing: [
      "--seed", "7", "--profile", "full", "--output", "a b", "--model", "m", "--fresh",
    ])
    #expect(options.profile == .full && options.seed == 7 && options.fresh)
    #expect(options.output == "a b" && options.model == "m" && !options.wantsHelp)
    let data = try RunOptions(parsing: [
      "--label-column", "mood", "--data", "d.csv", "--text-column", "review",
    ])
    #expect(data.data == "d.csv" && data.textColumn == "review" && data.labelColumn == "mood")
    #expect(try RunOptions(parsing: []).profile == .class)
    #expect(try RunOptions(parsing: ["-h"]).wantsHelp)
    let exercises = try RunOptions(parsing: ["--exercises", "--json", "--time-limit", "5"])
    #expect(exercises.checksExercises && exercises.json && exercises.timeLimit == 5)
    #expect(try RunOptions(parsing: ["--check", "0"]).checksExercises && !options.checksExercises)
  }

  @Test(
    arguments: [
      (["--prof"], .unknown("--prof")), (["05"], .unknown("05")),
      (["--profile"], .missingValue("--profile")),
      (["--output", "--fresh"], .missingValue("--output")),
      (["--text-column", "review"], .columnWithoutData("--text-column")),
      (["--label-column", "mood"], .columnWithoutData("--label-column")),
      (["--profile", "fast"], .badProfile("fast")), (["--seed", "-1"], .badSeed("-1")),
      (["--json"], .jsonAlone), (["--check", "-1"], .badNumber("--check", "-1")),
      (["--time-limit", "0"], .badNumber("--time-limit", "0")),
    ] as [([String], OptionError)])
  func mistakesAreTyped(arguments: [String], expected: OptionError) {
    #expect(throws: expected) { try RunOptions(parsing: arguments) }
    #expect(expected.recoverySuggestion?.isEmpty == false)
  }

  @Test func helpAndMistakesReachTheReader() throws {
    let fixture = try Fixture()
    let help = try fixture.run("", ["--help"])
    #expect(help.status == 0 && help.output.contains("--profile smoke|class|full"))
    let mistake = try fixture.run("", ["--profil"])
    #expect(mistake.status == 1)
    #expect(mistake.errors.hasPrefix("error: there is no option --profil\nhelp: "))
  }
}
