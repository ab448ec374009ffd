import Foundation

/// What a reader may say when a lesson is started.
package struct RunOptions: Equatable {
  package var profile = Profile.class
  package var output: String?
  package var model: String?
  package var data: String?
  package var textColumn: String?
  package var labelColumn: String?
  package var seed: UInt64 = 0
  package var fresh = false
  /// Whether the exercises are checked instead of the lesson being run.
  package var exercises = false
  package var json = false
  /// The only check of the exercises that this process runs, from 0.
  package var check: Int?
  /// Seconds that one check of an exercise may take.
  package var timeLimit = 20
  package var wantsHelp = false

  package var checksExercises: Bool { exercises || check != nil }

  package init() {}

  package init(parsing arguments: [String]) throws {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      func value() throws -> String {
        guard let value = rest.popFirst(), !value.hasPrefix("--") else {
          throw OptionError.missingValue(argument)
        }
        return value
      }
      func number(from lowest: Int) throws -> Int {
        let text = try value()
        guard let number = Int(text), lowest..<100_000 ~= number else {
          throw OptionError.badNumber(argument, text)
        }
        return number
      }
      switch argument {
      case "--profile":
        let name = try value()
        guard let profile = Profile(rawValue: name) else { throw OptionError.badProfile(name) }
        self.profile = profile
      case "--output": output = try value()
      case "--model": model = try value()
      case "--data": data = try value()
      case "--text-column": textColumn = try value()
      case "--label-column": labelColumn = try value()
      case "--seed":
        let text = try value()
        guard let seed = UInt64(text) else { throw OptionError.badSeed(text) }
        self.seed = seed
      case "--fresh": fresh = true
      case "--exercises": exercises = true
      case "--json": json = true
      case "--check": check = try number(from: 0)
      case "--time-limit": timeLimit = try number(from: 1)
      case "--help", "-h": wantsHelp = true
      default: throw OptionError.unknown(argument)
      }
    }
    if data == nil, textColumn != nil || labelColumn != nil {
      throw OptionError.columnWithoutData(textColumn != nil ? "--text-column" : "--label-column")
    }
    if json, !exercises { throw OptionError.jsonAlone }
  }

  package static let usage = """
    --profile smoke|class|full  how much to compute (class)
    --output DIR                where the report goes (Reports/<profile>/NN-name)
    --model DIR                 another model in Hugging Face's format
    --data FILE                 labelled texts of your own: .csv, .tsv or .jsonl
    --text-column NAME          the column of their texts (text)
    --label-column NAME         the column of their labels (label)
    --seed N                    the first seed (0)
    --fresh                     compute again what .cache holds
    --exercises                 check the exercises instead, each check in a process of its own
    --json                      with --exercises: print one line of JSON
    --time-limit SECONDS        how long one check of an exercise may take (20)
    --check N                   run check N, from 0, in this process, as a debugger wants it
    """
}

package enum OptionError: LocalizedError, Equatable {
  case unknown(String)
  case missingValue(String)
  case badProfile(String)
  case badSeed(String)
  case columnWithoutData(String)
  case badNumber(String, String)
  case badCheck(Int, Int)
  case jsonAlone

  package var errorDescription: String? {
    switch self {
    case .unknown(let option): "there is no option \(option)"
    case .missingValue(let option): "\(option) needs a value"
    case .badProfile(let name): "there is no profile \(name)"
    case .badSeed(let text): "\(text) is not a seed"
    case .columnWithoutData(let option): "\(option) names a column of no file"
    case .badNumber(let option, let text): "\(option) does not take \(text)"
    case .badCheck(let index, let count): "there is no check \(index): the lesson has \(count)"
    case .jsonAlone: "--json goes with --exercises"
    }
  }

  package var recoverySuggestion: String? {
    switch self {
    case .unknown, .missingValue, .badNumber, .jsonAlone: "the options are\n\(RunOptions.usage)"
    case .badProfile: "say --profile smoke, --profile class or --profile full"
    case .badSeed: "a seed is a whole number from 0 on, such as --seed 1"
    case .columnWithoutData: "name the file that has the column with --data FILE"
    case .badCheck: "--exercises runs all of them"
    }
  }
}
