import JWTCheckCommand

/// Why the program ends before it has done what it was asked to.
struct DaemonError: Error {
  let exitCode: ExitCode
  let message: String

  init(_ exitCode: ExitCode, _ message: String) {
    self.exitCode = exitCode
    self.message = message
  }

  /// Says it on standard error.
  func say() {
    Self.say(message)
    if exitCode == .usage { StandardError.write("hint: jwtcheckd help lists what there is\n") }
  }

  static func say(_ message: String) { StandardError.write("jwtcheckd: \(message)\n") }
}
