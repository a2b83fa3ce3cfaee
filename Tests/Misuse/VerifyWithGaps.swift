// A verifier needs a policy, and each verification a time.
import JWTValidation

func withoutTime(_ verifier: Verifier, _ text: String) throws {
  // expect-error: missing argument for parameter 'at' in call
  _ = try verifier.verify(text)
}

func withoutPolicy(_ keys: VerificationKeys) throws {
  // expect-error: missing argument for parameter 'policy' in call
  _ = try Verifier(keys: keys)
}

func withoutAlgorithms(_ keys: VerificationKeys) throws {
  // expect-error: missing argument for parameter 'algorithms' in call
  _ = try JWSVerifier(keys: keys)
}

func withoutKeys(_ policy: ValidationPolicy) throws {
  // expect-error: missing argument for parameter 'keys' in call
  _ = try Verifier(policy: policy)
}

func ignoringTheError(_ verifier: Verifier, _ text: String, _ now: NumericDate) {
  // expect-error: call can throw, but it is not marked with 'try'
  _ = verifier.verify(text, at: now)
}
