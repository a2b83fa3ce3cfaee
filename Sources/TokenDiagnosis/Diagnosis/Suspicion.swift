public import JWTValidation

/// What may be the reason that a signature does not fit, where no check could settle it.
@nonexhaustive
public enum Suspicion: Equatable, Sendable {
  /// The key made this signature over another text: RSA shows that without knowing the text.
  case contentChanged(hash: SignatureAlgorithm.Hash)
  /// Characters are missing at the end of the signature.
  case signatureTruncated(expected: Int, found: Int)
  /// The signature is longer than any of the keys and algorithms make it.
  case signatureTooLong(expected: Int, found: Int)
  /// The signature has the length that other algorithms give it, in bytes.
  case lengthOfOtherAlgorithm(byteCount: Int, candidates: [SignatureAlgorithm])
  /// The signature was made with an RSA key of another size, in bits.
  case otherKeySize(signature: Int, key: Int)
  /// No key is of the type that the header's algorithm needs.
  case noKeyOfType(SignatureAlgorithm)
  /// The token is not signed at all.
  case notSigned
  /// The header names an algorithm that this library does not know.
  case unknownAlgorithm(String)
  /// The header is compact JSON and the payload is not: one of them was written by hand or by
  /// another program.
  case mixedLayout
  /// Another key, or another content: nothing tells which.
  case wrongKeyOrContent

  /// The stable name of the suspicion, part of the tools' output contract.
  public var code: String {
    switch self {
    case .contentChanged: "diagnosis.content-changed"
    case .signatureTruncated: "diagnosis.signature-truncated"
    case .signatureTooLong: "diagnosis.signature-too-long"
    case .lengthOfOtherAlgorithm: "diagnosis.length-of-other-algorithm"
    case .otherKeySize: "diagnosis.other-key-size"
    case .noKeyOfType: "diagnosis.no-key-of-type"
    case .notSigned: "diagnosis.not-signed"
    case .unknownAlgorithm: "diagnosis.unknown-algorithm"
    case .mixedLayout: "diagnosis.mixed-layout"
    case .wrongKeyOrContent: "diagnosis.wrong-key-or-content"
    }
  }

  /// Whether it is certain, and not only likely.
  public var isCertain: Bool {
    switch self {
    case .contentChanged, .otherKeySize, .noKeyOfType, .notSigned, .unknownAlgorithm: true
    default: false
    }
  }
}
