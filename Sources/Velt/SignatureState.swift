/// What is known about the signature of a token.
public enum SignatureState: String, Equatable, Sendable {
  /// A key of ours made it.
  case valid
  /// No key of ours made it.
  case invalid
  /// Nobody has looked: there is no key, or the header rules out that one be used.
  case notChecked = "not-checked"
}
