public import JOSE
public import JWTValidation

/// What became of a token, to be compared in a test; where that fails, the test shows the report.
///
/// ```swift
/// let token = try mint.token(.expired)
/// #expect(verifier.verdict(on: token, at: mint.now) == .refused("exp.passed"))
/// ```
///
/// Make the token on a line of its own: with `try` inside of `#expect` Swift Testing shows no values.
///
/// Verdicts are equal if their codes are; the report is for whoever reads why they are not.
public struct TokenVerdict: Equatable, Sendable, CustomStringConvertible {
  /// Why the token is refused, in the order in which it was found; empty if it is accepted.
  public let codes: [String]
  /// The verdict, and a line for each step of the verification; nothing of the token.
  public let description: String

  /// The token is accepted.
  public static let accepted = TokenVerdict(codes: [], checks: [])

  /// The token is refused for exactly these reasons.
  public static func refused(_ codes: String...) -> TokenVerdict {
    TokenVerdict(codes: codes, checks: [])
  }

  /// Whether the token is accepted.
  public var isAccepted: Bool { codes.isEmpty }

  init(codes: [String], checks: [Check]) {
    self.codes = codes
    description =
      ExpectationFailure(
        codes.isEmpty ? "accepted" : "refused: " + codes.joined(separator: ", "), checks
      ).description
  }

  /// Whether the codes are the same.
  public static func == (one: TokenVerdict, other: TokenVerdict) -> Bool {
    one.codes.count == other.codes.count
      && zip(one.codes, other.codes).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
  }
}

extension Verifier {
  /// What becomes of a token, in a form to be compared in a test.
  public func verdict(on token: String, at now: NumericDate) -> TokenVerdict {
    let report = report(Array(token.utf8), at: now)
    return switch report.result {
    case .success: TokenVerdict(codes: [], checks: report.checks)
    case .failure(let failure): TokenVerdict(codes: failure.codes, checks: report.checks)
    }
  }
}
