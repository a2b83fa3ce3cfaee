public import StrictCoding

/// A rule of RFC 7515 §4 or RFC 7797 that a JOSE header breaks.
@nonexhaustive
public enum HeaderError: Error, Equatable, Sendable {
  /// `alg` must be there (RFC 7515 §4.1.1).
  case algorithmMissing
  /// A parameter has a value of the wrong JSON type.
  case wrongType(parameter: String, expected: JSONValue.Kind, found: JSONValue.Kind)
  /// `crit` is an empty list (RFC 7515 §4.1.11).
  case criticalEmpty
  /// `crit` names a parameter twice.
  case criticalDuplicate(name: String)
  /// `crit` names a parameter that the header does not have.
  case criticalAbsent(name: String)
  /// `crit` names a parameter that RFC 7515 or 7518 itself defines.
  case criticalStandard(name: String)
  /// `crit` names an extension that this library does not understand, so the token must be refused.
  case criticalUnsupported(name: String)
  /// `b64` is there but `crit` does not name it (RFC 7797 §6).
  case unencodedNotCritical
  /// `b64` is `false` in a JWT (RFC 7797 §7 forbids it).
  case unencodedPayload
  /// `jwk` holds private key material: whoever sees the token can sign with it.
  case embeddedPrivateKey

  /// The stable name of the failure, part of the tools' output contract.
  public var code: String {
    switch self {
    case .algorithmMissing: "alg.missing"
    case .wrongType(let parameter, _, _):
      parameter == "crit" ? "crit.wrong-type" : "header.wrong-type"
    case .criticalEmpty: "crit.empty"
    case .criticalDuplicate: "crit.duplicate"
    case .criticalAbsent: "crit.absent"
    case .criticalStandard: "crit.standard-parameter"
    case .criticalUnsupported: "crit.unsupported"
    case .unencodedNotCritical: "b64.not-critical"
    case .unencodedPayload: "b64.unencoded-payload"
    case .embeddedPrivateKey: "jwk.private-key"
    }
  }

  /// The header parameter that breaks the rule.
  public var parameter: String {
    switch self {
    case .algorithmMissing: "alg"
    case .wrongType(let parameter, _, _): parameter
    case .criticalEmpty, .criticalDuplicate, .criticalAbsent, .criticalStandard,
      .criticalUnsupported:
      "crit"
    case .unencodedNotCritical, .unencodedPayload: "b64"
    case .embeddedPrivateKey: "jwk"
    }
  }
}
