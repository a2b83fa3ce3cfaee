/// Why no token is made: the mistake is the caller's, or the key is not what it should be.
///
/// Nothing of the key, the claims or the header stands in an error, so that it may be logged.
@nonexhaustive
public enum SigningError: Error, Equatable, Sendable {
  /// The key cannot be read, or cannot sign with the algorithm.
  case key(KeyError)
  /// No key of the set has the key ID that was asked for.
  case unknownKeyID(String)
  /// Several keys could sign, and nothing says which one is meant.
  case ambiguousKey(count: Int)
  /// The header or the claims are not one JSON object as a verifier will read it.
  case token(TokenError)
  /// The header breaks rules that a verifier will hold it to; all it breaks.
  case header([HeaderError])

  /// The stable names of the failures, at least one, part of the tools' output contract.
  ///
  /// A mistake has the code that a verifier would give it: what is wrong is the same.
  public var codes: [String] {
    switch self {
    case .key(let error): [error.code]
    case .unknownKeyID: ["kid.unknown"]
    case .ambiguousKey: ["kid.ambiguous"]
    case .token(let error): [error.code]
    case .header(let errors): errors.map(\.code)
    }
  }
}

extension SigningError: CustomStringConvertible {
  /// The codes, which is what a log needs.
  public var description: String { codes.joined(separator: ", ") }
}
