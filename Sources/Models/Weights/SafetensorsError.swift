import Foundation

/// A file that is not a valid safetensors file, or a tensor in it that cannot be had.
public struct SafetensorsError: LocalizedError, Equatable {
  public enum Reason: Equatable, Sendable {
    case tooShort(bytes: Int)
    case headerTooLong(UInt64)
    case headerPastEnd(header: Int, file: Int)
    case badJSON(String, offset: Int)
    case notAnObject(String)
    case metadataNotStrings
    case missingField(String)
    case unknownType(String)
    case badShape
    case badOffsets
    case endBeforeStart(Int, Int)
    case shapeOverflows
    case notWholeBytes
    case sizeMismatch(expected: Int, found: Int)
    case hole(expected: Int, found: Int)
    case overlap(expected: Int, found: Int)
    case dataEnds(header: Int, file: Int)
    case noSuchTensor
    case notAFloat(ScalarType)
  }

  public let file: URL
  /// The tensor concerned; nil where the file as a whole is at fault.
  public let tensor: String?
  public let reason: Reason

  public var errorDescription: String? {
    let place = tensor.map { "\(file.path), tensor \"\($0)\"" } ?? file.path
    return "\(place): \(explanation)"
  }

  public var recoverySuggestion: String? {
    switch reason {
    case .noSuchTensor:
      "list the file's tensors; perhaps it was saved by another model class"
    case .notAFloat:
      "only F32, F16, BF16 and F64 are converted; load the unquantised checkpoint"
    default:
      "the file is damaged or was cut off: download it again or save it again with safetensors"
    }
  }

  private var explanation: String {
    switch reason {
    case .tooShort(let bytes):
      "\(bytes) bytes are too few, the length of the header alone takes 8"
    case .headerTooLong(let length):
      "its header claims \(length) bytes, more than the 100,000,000 that are allowed"
    case .headerPastEnd(let header, let file):
      "its header claims \(header) bytes, but only \(max(0, file - 8)) follow"
    case .badJSON(let reason, let offset):
      "its header is not JSON: at byte \(offset), \(reason)"
    case .notAnObject(let kind):
      "a JSON object was expected in the header, and \(kind) found"
    case .metadataNotStrings:
      "its __metadata__ must map strings to strings"
    case .missingField(let name):
      "its entry has no \"\(name)\""
    case .unknownType(let name):
      "the type \(name) is unknown"
    case .badShape:
      "its shape must be a list of integers ≥ 0"
    case .badOffsets:
      "its data_offsets must be two integers ≥ 0"
    case .endBeforeStart(let start, let end):
      "its data ends at byte \(end), before its start at byte \(start)"
    case .shapeOverflows:
      "its shape has more elements than can be counted"
    case .notWholeBytes:
      "its elements do not fill whole bytes"
    case .sizeMismatch(let expected, let found):
      "its shape and type need \(expected) bytes, but its offsets span \(found)"
    case .hole(let expected, let found):
      "bytes \(expected) to \(found) of the data belong to no tensor"
    case .overlap(let expected, let found):
      "its data starts at byte \(found), inside the tensor before it, which ends at \(expected)"
    case .dataEnds(let header, let file):
      "its tensors take \(header) bytes, but \(file) bytes of data follow the header"
    case .noSuchTensor:
      "there is no such tensor"
    case .notAFloat(let type):
      "it holds \(type.rawValue), which cannot be read as floats"
    }
  }
}
