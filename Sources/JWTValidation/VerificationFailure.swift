/// Why a token is refused: the first stage that failed, and in the last stage every claim that did.
///
/// Stages run in the order of the cases, but the payload is read when the signature is good. A value of this type is safe to log: it holds no part of
/// the token but names, times and lengths.
@nonexhaustive
public enum VerificationFailure: Error, Equatable, Sendable {
  /// The text has not the form of a JWT, or its payload is no JSON object.
  case malformed(TokenError)
  /// The header breaks a rule of RFC 7515 §4; all rules it breaks.
  case header([HeaderError])
  /// No key may be used.
  case key(KeySelectionError)
  /// The signature is not good.
  case signature(SignatureFailure)
  /// The signature is good, but claims do not satisfy the policy; all that do not.
  case claims([ClaimFailure])

  /// The findings behind the failure, at least one.
  public var findings: [Finding] {
    switch self {
    case .malformed(let error): [.token(error)]
    case .header(let errors): errors.map { .header($0) }
    case .key(let error): [.key(error)]
    case .signature(let error): [.signature(error)]
    case .claims(let failures): failures.map { .claim($0) }
    }
  }

  /// The stable names of the failures, at least one.
  public var codes: [String] { findings.map(\.code) }
}

extension VerificationFailure: CustomStringConvertible {
  /// The codes, which is what a log needs.
  public var description: String { codes.joined(separator: ", ") }
}
