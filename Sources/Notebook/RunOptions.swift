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
  package var wantsHelp = false

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
      case "--help", "-h": wantsHelp = true
      default: throw OptionError.unknown(argument)
      }
    }
    if data == nil, textColumn != nil || labelColumn != nil {
      throw OptionError.columnWithoutData(textColumn != nil ? "--text-column" : "--label-column")
    }
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
    """
}

package enum OptionError: LocalizedError, Equatable {
  case unknown(String)
  case missingValue(String)
  case badProfile(String)
  case badSeed(String)
  case columnWithoutData(String)

  package var errorDescription: String? {
    switch self {
    case .unknown(let option): "there is no option \(option)"
    case .missingValue(let option): "\(option) needs a value"
    case .badProfile(let name): "there is no profile \(name)"
    case .badSeed(let text): "\(text) is not a seed"
    case .columnWithoutData(let option): "\(option) names a column of no file"
    }
  }

  package var recoverySuggestion: String? {
    switch self {
    case .unknown, .missingValue: "the options are\n\(RunOptions.usage)"
    case .badProfile: "say --profile smoke, --profile class or --profile full"
    case .badSeed: "a seed is a whole number from 0 on, such as --seed 1"
    case .columnWithoutData: "name the file that has the column with --data FILE"
    }
  }
}
