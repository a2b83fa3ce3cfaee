import Glibc
import JWTValidation

/// Keys and tokens of one case, and the policy that a backend would have for them.
struct Corpus {
  let algorithm: SignatureAlgorithm
  let keys: VerificationKeys
  let tokens: [String]
  let policy: ValidationPolicy
  /// The claim that names the user: the corpus has session tokens and ID tokens.
  let user: String

  /// - Parameters:
  ///   - name: `hs256`, `rs256`, `ps256`, `es256`, `es384` or `eddsa`.
  ///   - folder: holds `keys/hs256.jwk` and `keys/NAME.pub.jwk`.
  init(_ name: String, folder: String, tokenFile: String) throws {
    let algorithms: [String: SignatureAlgorithm] = [
      "hs256": .hs256, "rs256": .rs256, "ps256": .ps256, "es256": .es256, "es384": .es384,
      "eddsa": .edDSA,
    ]
    guard let algorithm = algorithms[name] else { throw BenchError(reason: "no case \(name)") }
    self.algorithm = algorithm
    let suffix = algorithm.isSymmetric ? "jwk" : "pub.jwk"
    keys = try .jwks(try InputFile.bytes("\(folder)/keys/\(name).\(suffix)"))
    tokens = try InputFile.lines(tokenFile)
    guard let first = tokens.first else { throw BenchError(reason: "no tokens in \(tokenFile)") }
    let claims = Inspection(of: Array(first.utf8)).claims
    policy = Self.policy(algorithm, for: claims)
    user = claims?["userId"] == nil ? "sub" : "userId"
  }

  /// The session tokens of the corpus name neither issuer nor audience; its ID tokens share one
  /// audience and have an issuer each.
  private static func policy(
    _ algorithm: SignatureAlgorithm, for claims: JSONObject?
  ) -> ValidationPolicy {
    ValidationPolicy(
      algorithms: [algorithm], issuer: .ignored("every token of the corpus has its own, or none"),
      audience: claims?["aud"] == nil
        ? .ignored("session tokens name none") : .containing("https://api.example.com/v2"),
      expiration: .required, leeway: .seconds(30))
  }

  var now: NumericDate { NumericDate(seconds: Int64(time(nil))) }
}
