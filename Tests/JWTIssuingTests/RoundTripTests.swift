import JWTCheckTesting
import Testing

@Suite("Signing and verifying")
struct RoundTripTests {
  @Test(
    "what is signed here is accepted, and each defect is refused with the code it promises",
    arguments: SignatureAlgorithm.allCases)
  func defects(algorithm: SignatureAlgorithm) throws {
    let mint = try TokenMint(algorithm)
    let verifier = try mint.verifier()
    let token = try expectAccepted(mint.token(), by: verifier, at: mint.now)
    #expect(token.algorithm == algorithm)
    #expect(token.key.keyID == "test-key")
    for defect in TokenDefect.allCases {
      guard defect.applies(to: algorithm) else {
        #expect(throws: SigningError.self, "\(defect)") { try mint.token(defect) }
        continue
      }
      let broken = try mint.token(defect)
      #expect(throws: Never.self, "\(defect)") {
        try expectRefused(broken, by: verifier, at: mint.now, code: defect.expectedCode)
      }
    }
  }

  @Test("a key is the same key after its way through PEM and JWK")
  func exports() throws {
    let oneForEachKindOfKey: [SignatureAlgorithm] = [
      .ps256, .es256, .es384, .es512, .es256k, .ed25519, .ed448,
    ]
    for algorithm in oneForEachKindOfKey {
      let key = try SigningKey.generate(for: algorithm, keyID: "k")
      let publicPEM = try #require(try key.publicPEM())
      let publicJWK = try #require(try key.publicJWK(for: algorithm))
      let privatePEM = try #require(try key.revealedPrivatePEM())
      let again = try privatePEM.withSpan { (text) throws(SigningError) in
        try SigningKey.pem(text.copied(), keyID: "k")
      }
      let token = try TokenSigner(key: again, algorithm: algorithm).sign(["sub": "user-1"])
      let found = try [
        VerificationKeys.pem(Array(publicPEM.utf8), keyID: "k"),
        VerificationKeys.jwks(publicJWK.encoded()),
      ].map { keys in
        try JWSVerifier(keys: keys, algorithms: [algorithm]).verify(token).algorithm
      }
      #expect(found == [algorithm, algorithm])
      #expect(try again.publicJWK(for: algorithm)?.encoded() == publicJWK.encoded())
    }
  }

  @Test("an HMAC secret has no public half, and is revealed by name only")
  func secrets() throws {
    for (algorithm, byteCount) in [(SignatureAlgorithm.hs256, 32), (.hs384, 48), (.hs512, 64)] {
      let key = try SigningKey.generate(for: algorithm)
      let isPublished =
        try key.publicJWK() != nil || key.publicPEM() != nil || key.revealedPrivatePEM() != nil
      #expect(!isPublished)
      #expect(key.revealedSecret?.count == byteCount)
    }
  }
}
