import JWTValidation
import PolicyFile
import TokenReport
import Velt

/// Values of every finding, one or more for each case.
enum WordingSamples {
  /// The samples of one type.
  struct Group: Sendable {
    let type: String
    let values: [any Worded]
  }

  static let all: [Group] =
    coding + token + keys + remoteKeys + dpop + claims + velt + diagnosis + policyFile + lint

  /// All samples with their sentences.
  static var text: String {
    var text = """
      What the tools say about each finding, in the order of the types: the code, the message and,
      behind >, the hint. Made by the tests from samples; see ReviewedFile.swift.


      """
    for group in all {
      text += "\(group.type)\n\n"
      for value in group.values {
        text += "  \(value.code)\n    \(value.message)\n"
        if let hint = value.hint { text += "    > \(hint)\n" }
      }
      text += "\n"
    }
    return text
  }

  /// `Type.case` of a sample.
  static func name(_ value: any Worded) -> String {
    let described: (String, Any) =
      switch value {
      case let error as JSONError: ("JSONError", error.reason)
      case let error as DocumentError: ("DocumentError", error.reason)
      case let error as PolicyFileError: ("PolicyFileError", error.reason)
      case is JSONPointer.ParseError: ("JSONPointer.ParseError", value)
      case let key as SkippedKey: ("KeyError", key.reason)
      default: ("\(type(of: value))", value)
      }
    return described.0 + "." + String(describing: described.1).prefix { $0 != "(" }
  }
}
