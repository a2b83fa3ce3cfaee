/// Why a signature is refused.
@nonexhaustive
public enum SignatureFailure: Error, Equatable, Sendable {
  /// The signature part is empty.
  case missing
  /// The signature does not have the length that the algorithm and key give it, in bytes.
  case wrongLength(expected: Int, found: Int)
  /// The signature belongs to another key, another text or nobody.
  case invalid(keysTried: Int)

  /// The stable name of the failure, part of the tools' output contract.
  public var code: String {
    switch self {
    case .missing: "signature.missing"
    case .wrongLength: "signature.wrong-length"
    case .invalid: "signature.invalid"
    }
  }
}
