// Nothing that only decodes can stand where a verified token is wanted.
import JWTValidation

func needsAVerifiedToken(_ token: VerifiedToken) {}

func decoded(_ text: [UInt8], payload: VerifiedPayload, claims: ClaimsSet) {
  // expect-error: cannot convert value of type 'Inspection' to expected argument type 'VerifiedToken'
  needsAVerifiedToken(Inspection(of: text))
  // expect-error: cannot convert value of type 'VerifiedPayload' to expected argument type 'VerifiedToken'
  needsAVerifiedToken(payload)
  // expect-error: cannot convert value of type 'ClaimsSet' to expected argument type 'VerifiedToken'
  needsAVerifiedToken(claims)
  // expect-error: cannot find 'CompactSegments' in scope
  needsAVerifiedToken(CompactSegments(text.span, limit: 100))
}

func values(_ token: VerifiedToken) {
  // expect-error: cannot assign value of type 'Redacted<String>?' to type 'String?'
  let issuer: String? = token.issuer
  _ = issuer
}
