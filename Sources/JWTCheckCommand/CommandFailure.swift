import JWTValidation
import TokenReport

/// Why a command ends without a result: what standard error and the exit code say.
struct CommandFailure: Error {
  let exitCode: ExitCode
  /// What went wrong and where.
  let message: String
  /// What to do about it.
  var hint: String?
  /// The byte of an input that the failure is about.
  var place: SourcePlace?

  init(_ exitCode: ExitCode, _ message: String, hint: String? = nil, place: SourcePlace? = nil) {
    self.exitCode = exitCode
    self.message = message
    self.hint = hint
    self.place = place
  }

  /// A mistake in the command line that only the command could find.
  init(usage message: String, hint: String? = nil) {
    self.init(.usage, message, hint: hint)
  }

  init(_ error: UsageError) { self.init(.usage, error.message, hint: error.hint) }

  init(_ error: InputError) { self.init(.unavailable, error.message) }

  init(_ error: KeyArgumentError) { self.init(.unavailable, error.message, hint: error.hint) }

  /// Something wrong with an input that has a name, in the words of the libraries.
  init(
    _ exitCode: ExitCode, _ error: some Worded, in origin: String, place: SourcePlace? = nil
  ) {
    self.init(
      exitCode, "\(origin): \(error.message) [\(error.code)]", hint: error.hint, place: place)
  }

  /// Says it on standard error.
  func print() {
    StandardError.print(error: message)
    if let place {
      let excerpt = SourceExcerpt(place)
      let position =
        excerpt.hasSeveralLines
        ? "line \(excerpt.lineNumber), column \(excerpt.column)" : "column \(excerpt.column)"
      StandardError.write(
        "  \(place.label), \(position):\n" + excerpt.lines(indent: "    ").endedLines)
    }
    if let hint { StandardError.write("hint: \(hint)\n") }
  }
}
