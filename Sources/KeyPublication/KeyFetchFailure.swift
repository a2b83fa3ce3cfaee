public import JWTValidation

/// Why a fetch brought no keys.
@nonexhaustive
public enum KeyFetchFailure: Error, Equatable, Sendable {
  /// There was no response.
  case noResponse
  /// A response with a status other than 200; a redirect is one.
  case status(Int)
  /// Another URL answered than the one asked.
  case redirected
  /// The document is larger than is read.
  case tooLarge(byteCount: Int)
  /// The description of the issuer is no JSON object with the members that count.
  case description
  /// The description is that of another issuer.
  case otherIssuer
  /// The description names a URL for the keys that is not `https:` or of a host that is not allowed.
  case keyURL
  /// The document is no JWK Set.
  case keys(KeyError)
  /// No key of the set can be used with the policy.
  case unusable(PolicyError)

  /// The stable name of the failure, part of the tools' output contract.
  public var code: String {
    switch self {
    case .noResponse: "remote.no-response"
    case .status: "remote.status"
    case .redirected: "remote.redirected"
    case .tooLarge: "remote.too-large"
    case .description: "remote.description"
    case .otherIssuer: "remote.other-issuer"
    case .keyURL: "remote.key-url"
    case .keys(let error): error.code
    case .unusable(let error): error.code
    }
  }
}
