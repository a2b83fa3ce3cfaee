public import JOSE

/// What the 48-hour rule finds that no registered claim's own rule does.
@nonexhaustive
public enum WindowFinding: Equatable, Sendable {
  /// 48 hours have passed since `iat`, and `exp` lies later or is not there.
  case passed(at: NumericDate, now: NumericDate)
  /// Neither `exp` nor `iat`: nobody can say whether the token still lives.
  case unknown
  /// The token is said to have just been requested, but `iat` is so many seconds later than the
  /// request (or, if negative, earlier): somebody kept it.
  case notFresh(issuedAt: NumericDate, requestedAt: NumericDate, difference: Int64)

  /// The stable name of the finding, part of the tools' output contract.
  public var code: String {
    switch self {
    case .passed: "window.passed"
    case .unknown: "window.unknown"
    case .notFresh: "iat.not-fresh"
    }
  }

  /// The claim concerned, where it is one.
  public var claim: String? { self == .unknown ? nil : "iat" }
}
