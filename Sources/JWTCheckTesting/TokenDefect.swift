public import JOSE

/// A way in which a token can be broken; each has the one code that a verifier must refuse it with.
public enum TokenDefect: String, CaseIterable, Sendable {
  // Form.
  case withoutSignaturePart, fiveParts, lineEndBehind, paddedSignature, signatureWithTrailingBits
  // Header and payload; the signature is good.
  case withoutAlgorithm, unknownCriticalParameter
  case duplicateClaim, claimsCutShort, claimsNotUTF8, claimsNotAnObject
  // Algorithm and key.
  /// `alg` says `none`, and there is no signature (RFC 7519 §6).
  case unsecured
  /// The same in letters that a careless comparison does not recognize.
  case unsecuredInOtherLetterCase
  /// An HMAC whose secret is the text of the public key (RFC 8725 §2.1).
  case publicKeyAsSecret
  case unknownKeyID
  // Signature.
  case emptySignature, otherKey, changedClaims, changedHeader, changedSignature, shortSignature
  /// ECDSA in the form of X.509 instead of the form of RFC 7518 §3.4.
  case signatureInDER
  /// ECDSA with r and s of zero, which some libraries once took for good.
  case zeroSignature
  // Claims; the signature is good.
  case expired
  /// `exp` is now: the first moment at which the token is no longer good.
  case expiresNow
  case withoutExpiration, expirationInMilliseconds, expirationAsText
  case notYetValid, issuedInFuture
  case otherIssuer, withoutIssuer, otherAudience, withoutAudience

  /// The stable name of the failure that a verifier must find, and no other.
  public var expectedCode: String {
    switch self {
    case .withoutSignaturePart: "token.segment-count"
    case .fiveParts: "token.encrypted"
    case .lineEndBehind: "base64url.white-space"
    case .paddedSignature: "base64url.padding"
    case .signatureWithTrailingBits: "base64url.trailing-bits"
    case .withoutAlgorithm: "alg.missing"
    case .unknownCriticalParameter: "crit.unsupported"
    case .duplicateClaim: "json.duplicate-member"
    case .claimsCutShort: "json.unexpected-end"
    case .claimsNotUTF8: "json.invalid-utf8"
    case .claimsNotAnObject: "claims.not-an-object"
    case .unsecured, .unsecuredInOtherLetterCase: "alg.none"
    case .publicKeyAsSecret: "alg.not-allowed"
    case .unknownKeyID: "kid.unknown"
    case .emptySignature: "signature.missing"
    case .otherKey, .changedClaims, .changedHeader, .changedSignature, .zeroSignature:
      "signature.invalid"
    case .shortSignature, .signatureInDER: "signature.wrong-length"
    case .expired, .expiresNow: "exp.passed"
    case .withoutExpiration: "exp.missing"
    case .expirationInMilliseconds: "exp.milliseconds"
    case .expirationAsText: "exp.wrong-type"
    case .notYetValid: "nbf.in-future"
    case .issuedInFuture: "iat.in-future"
    case .otherIssuer: "iss.mismatch"
    case .withoutIssuer: "iss.missing"
    case .otherAudience: "aud.mismatch"
    case .withoutAudience: "aud.missing"
    }
  }

  /// Whether tokens of the algorithm can have the defect.
  public func applies(to algorithm: SignatureAlgorithm) -> Bool {
    switch self {
    case .signatureInDER, .zeroSignature: algorithm.keyType == .ec
    case .publicKeyAsSecret: !algorithm.isSymmetric
    // Three bytes are exactly four characters: no bit of a signature of 48, 96, 114 or 132 bytes is
    // left over.
    case .signatureWithTrailingBits:
      ![.hs384, .es384, .es512, .ed448].contains(algorithm)
    default: true
    }
  }
}
