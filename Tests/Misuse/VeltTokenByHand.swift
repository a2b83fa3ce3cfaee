// A match whose signature nobody checked is another type than one whose signature is good.
import JWTValidation
import Velt

func needsAVeltToken(_ token: VeltToken) {}

func byHand() {
  // expect-error: 'VeltToken' initializer is inaccessible due to 'internal' protection level
  _ = VeltToken()
}

func unverified(_ match: UnverifiedMatch, _ refusal: Refusal, _ token: VerifiedToken) {
  // expect-error: cannot convert value of type 'UnverifiedMatch' to expected argument type 'VeltToken'
  needsAVeltToken(match)
  // expect-error: cannot convert value of type 'Refusal' to expected argument type 'VeltToken'
  needsAVeltToken(refusal)
  // expect-error: cannot convert value of type 'VerifiedToken' to expected argument type 'VeltToken'
  needsAVeltToken(token)
}
