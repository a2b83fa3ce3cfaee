// The control: this compiles. If it did not, the other files could fail for a reason of their own.
import JWTValidation
import Velt

func rightUse(_ text: String, key: [UInt8], now: NumericDate) throws -> VerifiedToken {
  let policy = ValidationPolicy(
    algorithms: [.hs256], issuer: .exactly("https://id.example"),
    audience: .ignored("the service sets none"), expiration: .notRequired("a test"))
  let verifier = try Verifier(keys: .secret(key), policy: policy)
  return needsProof(try verifier.verify(text, at: now))
}

func needsProof(_ token: VerifiedToken) -> VerifiedToken { token }

func rightUse(
  _ text: [UInt8], request: TokenRequest, verifier: JWSVerifier, now: NumericDate
) -> VeltToken? {
  switch TokenCheck(request: request, verifier: verifier).check(text, at: now) {
  case .matchedAndVerified(let token): token
  case .matched, .refused: nil
  @unknown default: nil
  }
}

func issuer(of token: VerifiedToken) -> String? { token.issuer?.revealed }
