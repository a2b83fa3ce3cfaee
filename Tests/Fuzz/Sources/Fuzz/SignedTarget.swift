import Foundation
import JWTValidation

/// With a good signature, header and claims alone decide, and they decide as Foundation reads them.
///
/// The first byte says how many of the following are the header; 0 stands for a good one. The rest
/// is the payload.
func fuzzSigned(_ input: [UInt8]) {
  let headerCount = min(Int(input.first ?? 0), max(0, input.count - 1))
  let header =
    headerCount == 0 ? Array(#"{"alg":"HS256"}"#.utf8) : Array(input[1...headerCount])
  let payload = Array(input.dropFirst(1 + headerCount))
  let token = signed(header: header, payload: payload)
  let result = Result { () throws(VerificationFailure) in
    try signedVerifier.verify(token, at: now)
  }
  // A second time the header may come from the cache.
  switch (result, signedVerifier.report(token, at: now).result) {
  case (.success(let a), .success(let b)): require(a.key == b.key, "the same key")
  case (.failure(let a), .failure(let b)): require(a == b, "the same failure")
  default: require(false, "the report says the same")
  }

  switch result {
  case .success(let token): requireAcceptable(token, header, payload)
  case .failure(.signature(let failure)): require(false, "the signature is good: \(failure.code)")
  case .failure(let failure):
    require(!failure.codes.isEmpty, "a refusal has a reason")
    if headerCount == 0 {
      switch failure {
      case .malformed(.json(.payload, _)), .malformed(.notAnObject(.payload, _)), .claims: break
      default: require(false, "nothing but the payload can be wrong: \(failure)")
      }
    }
  }
}

private let signedVerifier: Verifier = {
  let policy = ValidationPolicy(
    algorithms: [.hs256], issuer: .exactly("i"), audience: .containing("a"),
    lifetime: .atMost(.seconds(172_800)), leeway: .seconds(30))
  let keys = required(try? VerificationKeys.secret(fuzzSecret), "a key")
  return required(try? Verifier(keys: keys, policy: policy), "a verifier")
}()

/// The rules of the policy, applied by other means.
private func requireAcceptable(_ token: VerifiedToken, _ header: [UInt8], _ payload: [UInt8]) {
  if let parameters = reference(header, "the header is an object") {
    require(parameters["alg"] as? String == "HS256", "the algorithm is the policy's")
    require(parameters["b64"] as? Bool != false, "the payload is encoded")
  }
  guard let claims = reference(payload, "the payload is an object") else { return }
  require(claims["iss"] as? String == "i", "the issuer")
  let audiences = claims["aud"] as? [String] ?? [claims["aud"] as? String ?? ""]
  require(audiences.contains("a"), "the audience")
  let expiration = (claims["exp"] as? NSNumber)?.doubleValue ?? -.infinity
  let issued = (claims["iat"] as? NSNumber)?.doubleValue ?? .infinity
  let time = Double(now.seconds)
  require(expiration > time - 31, "it has not expired")
  require(issued < time + 31, "it is not from the future")
  require(expiration - issued < 172_801 + 30, "it does not live too long")
  if let start = claims["nbf"] as? NSNumber {
    require(start.doubleValue < time + 31, "it is valid")
  }

  struct Claims: Decodable {
    var iss: String
    var exp: NumericDate
  }
  let decoded = required(try? token.claims(as: Claims.self), "the claims can be decoded")
  require(decoded.iss == "i" && decoded.exp == token.expiresAt, "they are those of the token")
  require(token.claims.names.count == token.claims.revealed.count, "every claim has a name")
}
