public import JWTValidation

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
}

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
}
