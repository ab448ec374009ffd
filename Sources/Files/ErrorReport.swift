import Foundation

/// How every program of the course ends on an error: what went wrong on a line `error: …`, what to
/// do about it on a line `help: …`.
public func errorReport(_ error: any Error, help fallback: String) -> String {
  let described = error as? any LocalizedError
  let what = described?.errorDescription ?? message(of: error)
  return "error: \(what)\nhelp: \(described?.recoverySuggestion ?? fallback)\n"
}

/// Foundation's errors have a text made for readers, others are shown by their value.
private func message(of error: any Error) -> String {
  let isFoundations =
    error is CocoaError || error is POSIXError || error is URLError
    || type(of: error) is NSError.Type
  return isFoundations ? error.localizedDescription : "\(error)"
}
