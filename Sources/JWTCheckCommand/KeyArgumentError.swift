/// Why the bytes of a key could not be had. Never holds any of them.
package enum KeyArgumentError: Error, Equatable, Sendable {
  /// The file, descriptor or standard input could not be read.
  case input(InputError)
  /// The environment variable is not set. The name is `nil` where the word does not look like one:
  /// `env:$NAME` puts the secret there.
  case variableNotSet(name: String?)
  /// There is something, and it has no bytes.
  case empty(InputOrigin)
  /// The word is no file that exists and does not look like the name of one: perhaps a secret or a
  /// token, so the error does not hold it.
  case neitherFileNorPrefix

  /// What went wrong and where.
  package var message: String {
    switch self {
    case .input(let error): error.message
    case .variableNotSet(let name?): "\(InputOrigin.environment(name)) is not set"
    case .variableNotSet(nil):
      "no environment variable has the name given after env: (not shown: it may be a secret)"
    case .empty(let origin): "the key from \(origin) is empty"
    case .neitherFileNorPrefix:
      "no file has the name given as KEY (not shown: it may be a secret)"
    }
  }

  /// What to do about it, `nil` where the message says it all.
  package var hint: String? {
    switch self {
    case .input(let error) where error.isMissing:
      "KEY is a file; a secret itself is written text:..., b64:..., b64url:... or hex:..."
    case .input: nil
    case .variableNotSet(.some): "export it, so that programs started by the shell see it"
    case .variableNotSet(nil): "env: takes the name of a variable: env:NAME, not env:$NAME"
    case .empty: nil
    case .neitherFileNorPrefix:
      "a secret itself is written text:..., b64:..., b64url:... or hex:...; a file @FILE"
    }
  }
}
