import Foundation
import JWTValidation

/// A token with a good signature, made by another library, and the key for it.
struct KnownToken: Sendable {
  let algorithm: SignatureAlgorithm
  let key: [UInt8]
  let token: [UInt8]
}

/// The time at which the known tokens are looked at.
let now = NumericDate(seconds: 1_767_229_200)

/// The tokens of `tokens.json`, which lies beside the manifest.
let knownTokens: [KnownToken] = {
  let folder = URL(filePath: #filePath).deletingLastPathComponent()
  let file = folder.appending(path: "../../tokens.json").standardizedFileURL
  let data = required(try? Data(contentsOf: file), file.path())
  let list = required(
    try? JSONValue.parse([UInt8](data), limits: .file).object?["tokens"]?.array, "a list of tokens")
  return list.map { entry in
    let name = required(entry.object?["alg"]?.stringBytes, "alg")
    return KnownToken(
      algorithm: required(SignatureAlgorithm(named: name), "a known alg"),
      key: Array(required(entry.object?["public"], "public").sourceText.utf8),
      token: required(entry.object?["token"]?.stringBytes, "token"))
  }
}()

/// One verifier for all secrets and one for all public keys, as the library demands.
let verifiers: (symmetric: Verifier, asymmetric: Verifier) = {
  let symmetric = knownTokens.filter(\.algorithm.isSymmetric)
  let asymmetric = knownTokens.filter { !$0.algorithm.isSymmetric }
  return (verifier(for: symmetric), verifier(for: asymmetric))
}()

private func verifier(for tokens: [KnownToken]) -> Verifier {
  let keys = tokens.map { required(try? VerificationKeys.jwks($0.key), "a key") }
  let all = keys.dropFirst().reduce(required(keys.first, "a key")) { $0 + $1 }
  let policy = ValidationPolicy(
    algorithms: tokens.map(\.algorithm), issuer: .exactly("https://id.example"),
    audience: .containing("orders-api"), lifetime: .atMost(.seconds(172_800)))
  let verifier = required(try? Verifier(keys: all, policy: policy), "a verifier")
  for token in tokens {
    require((try? verifier.verify(token.token, at: now)) != nil, "a known token is accepted")
  }
  return verifier
}
