// What a policy must say has no default.
import JWTValidation

func policies() {
  // expect-error: missing argument for parameter 'algorithms' in call
  _ = ValidationPolicy(issuer: .exactly("i"), audience: .containing("a"))
  // expect-error: missing argument for parameter 'issuer' in call
  _ = ValidationPolicy(algorithms: [.es256], audience: .containing("a"))
  // expect-error: missing argument for parameter 'audience' in call
  _ = ValidationPolicy(algorithms: [.es256], issuer: .exactly("i"))
}

func waiversWithoutReasons() {
  var policy = ValidationPolicy(
    algorithms: [.es256], issuer: .exactly("i"), audience: .containing("a"))
  // expect-error: member 'ignored' expects argument of type 'String'
  policy.issuer = .ignored
  // expect-error: member 'ignored' expects argument of type 'String'
  policy.audience = .ignored
  // expect-error: member 'notRequired' expects argument of type 'String'
  policy.expiration = .notRequired
}
