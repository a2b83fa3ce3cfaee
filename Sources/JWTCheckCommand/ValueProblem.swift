/// Why a word of the command line is not a value of the kind that is wanted there.
///
/// Holds sentences only. Those about a KEY never quote the word: it may be a secret.
package struct ValueProblem: Error, Equatable, Sendable {
  /// What is wrong, to be read after the name of the option.
  package let message: String
  /// What to write instead, `nil` where the message says it all.
  package let hint: String?

  /// States a problem.
  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
