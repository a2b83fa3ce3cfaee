// A verified token comes from a verifier only.
import JWTValidation

func tokenByHand() {
  // expect-error: 'VerifiedToken' initializer is inaccessible due to 'internal' protection level
  _ = VerifiedToken()
}

func tokenFromClaims(_ claims: ClaimsSet) {
  // expect-error: 'VerifiedToken' initializer is inaccessible due to 'internal' protection level
  _ = VerifiedToken(claims: claims)
}

func payloadByHand() {
  // expect-error: 'VerifiedPayload' initializer is inaccessible due to 'fileprivate' protection level
  _ = VerifiedPayload()
}
