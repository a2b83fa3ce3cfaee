package import JOSE
import JWTIssuing
import StrictCoding

extension TokenService {
  /// The API key of the demonstration.
  package static let demoAPIKey = "demo-api-key"
  /// The auth token of the demonstration.
  package static let demoAuthToken = "demo-auth-token"

  /// A service that works with nothing configured: a key made now, and credentials that everybody
  /// knows. Only for the machine it runs on.
  ///
  /// - Returns: `nil` if libcrypto makes no such key here.
  package static func demo(
    algorithm: SignatureAlgorithm = .hs256, metrics: ServiceMetrics
  ) -> TokenService? {
    guard let apiKey = SecretHash.make(of: SecretBytes(demoAPIKey.utf8)),
      let authToken = SecretHash.make(of: SecretBytes(demoAuthToken.utf8)),
      let key = try? SigningKey.generate(for: algorithm, keyID: "demo")
    else { return nil }
    let secret: SecretBytes?
    if let made = key.revealedSecret {
      secret = made
    } else {
      secret = try? key.revealedPrivatePEM()
    }
    guard let secret else { return nil }
    let configuration: JSONTree = [
      "accounts": [
        [
          "name": "demo", "apiKey": .string(apiKey.text),
          "authTokens": [.string(authToken.text)],
        ]
      ],
      "signing": [
        "algorithm": .string(algorithm.name), "current": "demo",
        "keys": [["id": "demo", "environment": "none"]],
      ],
    ]
    guard let read = try? ServiceConfiguration(json: configuration.encoded()) else { return nil }
    return try? TokenService(
      read, keys: [secret.withSpan { $0.copied() }], metrics: metrics)
  }
}
