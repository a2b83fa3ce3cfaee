/// One thing that was found out about a token, with the facts that a report needs to word it.
@nonexhaustive
public enum Finding: Equatable, Sendable {
  /// How much a finding weighs.
  public enum Severity: String, Comparable, Sendable {
    /// Worth knowing.
    case note
    /// Accepted here, but likely a mistake.
    case warning
    /// A reason to refuse.
    case error

    /// Orders by weight.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// The form of the token is broken.
  case token(TokenError)
  /// The header breaks a rule.
  case header(HeaderError)
  /// No key may be used.
  case key(KeySelectionError)
  /// The signature is not good.
  case signature(SignatureFailure)
  /// A claim is not good.
  case claim(ClaimFailure)
  /// Something seen while inspecting, which alone refuses nothing.
  case observation(Observation)

  /// The stable name of the finding, part of the tools' output contract.
  public var code: String {
    switch self {
    case .token(let error): error.code
    case .header(let error): error.code
    case .key(let error): error.code
    case .signature(let error): error.code
    case .claim(let failure): failure.code
    case .observation(let observation): observation.code
    }
  }

  /// How much the finding weighs.
  public var severity: Severity {
    if case .observation(let observation) = self { observation.severity } else { .error }
  }

  /// The claim or header parameter concerned, where there is one.
  public var claim: String? {
    switch self {
    case .header(let error): error.parameter
    case .claim(let failure): failure.claim
    case .observation(let observation): observation.claim
    case .key(.unsecured), .key(.algorithmNotAllowed): "alg"
    case .key(.unknownKeyID), .key(.ambiguousKeyID), .key(.keyNotForAlgorithm),
      .key(.keyIDNeeded):
      "kid"
    case .key(.unknownIssuer), .key(.issuerNeeded): "iss"
    case .token, .key, .signature: nil
    }
  }
}
