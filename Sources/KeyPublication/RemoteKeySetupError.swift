/// Why keys cannot be fetched as they were set up: the operator's mistake, found at start.
@nonexhaustive
public enum RemoteKeySetupError: Error, Equatable, Sendable {
  /// A URL that is not `https:`, has no host, or has parts that it must not have.
  case url(String)
  /// HMAC keys are secrets: a server that hands them out has given them away.
  case secretKeys
  /// No algorithm is listed.
  case noAlgorithms
  /// Discovery needs a policy that accepts exactly the issuer that is asked.
  case issuerDiffers
  /// Times that contradict each other.
  case options

  /// The stable name of the failure, part of the tools' output contract.
  public var code: String {
    switch self {
    case .url: "remote.url"
    case .secretKeys: "remote.secret-keys"
    case .noAlgorithms: "policy.no-algorithms"
    case .issuerDiffers: "remote.issuer-differs"
    case .options: "remote.options"
    }
  }
}
