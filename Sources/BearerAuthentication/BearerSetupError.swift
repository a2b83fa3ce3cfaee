/// What is wrong with how bearer authentication was set up: the operator's mistake, found at start.
@nonexhaustive
public enum BearerSetupError: Error, Equatable, Sendable {
  /// A realm that cannot stand in a header field: only visible ASCII and blanks can.
  case realm(String)
  /// A scope that no token can have (RFC 6749 §3.3).
  case scope(String)
  /// A name that no header field can have (RFC 9110 §5.1), or that is given twice.
  case headerName(String)
  /// Tokens may be used once, but there is no store to remember them in.
  case storeNeeded
  /// What is asked of proofs could accept none, or one that anybody can make.
  case proofs
}
