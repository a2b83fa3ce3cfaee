import Foundation
import JWTValidation
import Velt

/// A token whose payload is the input, once with a good signature and once as it is, is only ever
/// accepted for the user and organization that were asked for, and never as an administrator.
func fuzzCheck(_ payload: [UInt8]) {
  let header = Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8)
  let token = signed(header: header, payload: payload)
  let outcome = withKey.check(token, at: now)
  require(withKey.check(token, at: now).record == outcome.record, "a check can be repeated")
  let hasErrors = outcome.record.findings.contains { $0.severity == .error }
  switch outcome {
  case .matchedAndVerified(let accepted):
    require(!hasErrors, "an accepted token has no errors")
    require(accepted.payload.payload == payload, "what was signed is handed out")
    requireAcceptable(payload)
    require(outcome.verifyTokenCode == nil, "an accepted token has no code")
  case .matched: require(false, "with a key a token is verified or refused")
  case .refused(let refusal):
    require(hasErrors, "a refusal has a reason")
    require(!refusal.description.isEmpty, "a refusal can be shown")
  }
  requireTheSameWithoutKey(token, outcome, hasErrors)

  // The input as a token of its own: nobody has signed it.
  if case .matchedAndVerified = withKey.check(payload, at: now) {
    require(false, "what nobody signed is verified")
  }
}

private func requireTheSameWithoutKey(
  _ token: [UInt8], _ verified: TokenCheckOutcome, _ hasErrors: Bool
) {
  switch withoutKey.check(token, at: now) {
  case .matchedAndVerified: require(false, "nothing is verified without a key")
  case .matched: require(!hasErrors, "a key makes no other claims")
  case .refused: require(hasErrors, "a key cures no claims")
  }
  if case .refused = demanding.check(token, at: now) { return }
  require(false, "a check that needs a key refuses without one")
}

private func requireAcceptable(_ payload: [UInt8]) {
  guard let claims = reference(payload, "the payload is an object") else { return }
  require(claims["isAdmin"] as? Bool != true, "nobody asked for an administrator")
  let text = "\(claims)"
  require(text.contains("u-1") && text.contains("o-1"), "user and organization are named")
  let time = Double(now.seconds)
  let expiration = (claims["exp"] as? NSNumber)?.doubleValue
  let issued = (claims["iat"] as? NSNumber)?.doubleValue
  require(expiration != nil || issued != nil, "there is a window")
  require((expiration ?? .infinity) > time - 31, "it has not expired")
  require((issued ?? time) > time - 172_831, "it is younger than 48 hours")
  require((issued ?? time) < time + 31, "it is not from the future")
}

private let request = required(
  try? TokenRequest(userId: "u-1", organizationId: "o-1"), "a request")
private let withoutKey = TokenCheck(request: request)
private let demanding = TokenCheck(request: request, requiresSignature: true)
private let withKey: TokenCheck = {
  let keys = required(try? VerificationKeys.secret(fuzzSecret), "a key")
  let verifier = required(try? JWSVerifier(keys: keys, algorithms: [.hs256]), "a verifier")
  return TokenCheck(request: request, verifier: verifier)
}()
