package import JWTValidation

/// Where an issuer's keys are.
public enum KeyLocation: Equatable, Sendable {
  /// A JWK Set at this URL.
  case jwkSet(String)
  /// A JWK Set at the URL that the issuer's own description names (OpenID Connect Discovery §4),
  /// which is found below the issuer's URL.
  case discovery(issuer: String)
}

extension KeyLocation {
  /// The host that is asked first, with its port where one is written; `nil` if the URL is none.
  package var host: String? {
    switch self {
    case .jwkSet(let url), .discovery(issuer: let url): KeyURL(url, plainHTTP: .everywhere)?.host
    }
  }

  /// Checks that algorithms can be used with keys that are published.
  package static func check(_ algorithms: [SignatureAlgorithm]) throws(RemoteKeySetupError) {
    guard !algorithms.isEmpty else { throw .noAlgorithms }
    guard !algorithms.contains(where: \.isSymmetric) else { throw .secretKeys }
  }

  /// Checks that a policy can be used with keys that are published there.
  package func check(against policy: ValidationPolicy) throws(RemoteKeySetupError) {
    try Self.check(policy.algorithms)
    if case .discovery(let issuer) = self {
      guard case .exactly(let accepted) = policy.issuer, accepted.utf8.elementsEqual(issuer.utf8)
      else { throw .issuerDiffers }
    }
  }
}
