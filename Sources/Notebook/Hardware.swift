import Foundation

/// The machine that a run took place on.
enum Hardware {
  static var cores: String { String(ProcessInfo.processInfo.activeProcessorCount) }

  static var processor: String {
    field("model name", in: "/proc/cpuinfo", separator: ":") ?? architecture
  }

  static var system: String {
    field("PRETTY_NAME", in: "/etc/os-release", separator: "=")
      ?? ProcessInfo.processInfo.operatingSystemVersionString
  }

  private static var architecture: String {
    #if arch(x86_64)
      "x86-64"
    #elseif arch(arm64)
      "arm64"
    #else
      "unknown processor"
    #endif
  }

  /// The first value that a file of `name separator value` lines gives for a name.
  private static func field(_ name: String, in path: String, separator: Character) -> String? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: separator, maxSplits: 1)
      if parts.count == 2, parts[0].trimmingCharacters(in: .whitespaces) == name {
        return parts[1].trimmingCharacters(in: CharacterSet(charactersIn: " \t\""))
      }
    }
    return nil
  }
}
