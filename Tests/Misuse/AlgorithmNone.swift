// No policy can accept an unprotected token, nor the algorithm that a token asks for.
import JWTValidation

func unprotected() {
  // expect-error: type 'SignatureAlgorithm' has no member 'none'
  _ = SignatureAlgorithm.none
  // expect-error: type 'SignatureAlgorithm' has no member 'none'
  _ = ValidationPolicy(algorithms: [.none], issuer: .exactly("i"), audience: .containing("a"))
}

func fromTheToken(_ header: JOSEHeader) {
  let issuer = ValidationPolicy.Issuer.exactly("i")
  let audience = ValidationPolicy.Audience.containing("a")
  // expect-error: cannot convert value of type 'SignatureAlgorithm?' to expected element type
  _ = ValidationPolicy(algorithms: [header.algorithm], issuer: issuer, audience: audience)
}
