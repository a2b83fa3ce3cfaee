import JWTCheckTesting
import Testing

@Suite("Expectations")
struct ExpectationTests {
  @Test("a failed expectation shows the whole report and nothing of the token")
  func report() throws {
    let mint = try TokenMint(.hs256)
    let verifier = try mint.verifier()
    let failure = #expect(throws: ExpectationFailure.self) {
      try expectAccepted(
        mint.token(claims: ["aud": "elsewhere"], without: ["exp"]), by: verifier, at: mint.now)
    }
    #expect(
      failure?.description == """
        expected the token to be accepted, but it is refused: exp.missing, aud.mismatch
          structure  passed
          header     passed
          algorithm  passed
          key        passed
          signature  passed
          payload    passed
          typ        not asked for
          exp        FAILED: exp.missing
          nbf        not there
          iat        passed
          age        not asked for
          lifetime   not asked for
          iss        passed
          aud        FAILED: aud.mismatch
          sub        passed
          jti        not there
          required   not asked for
          rules      not asked for
        """)
  }

  @Test("a refusal counts only with exactly the codes that are expected")
  func refusals() throws {
    let mint = try TokenMint(.hs256)
    let verifier = try mint.verifier()
    let two = try mint.token(without: ["exp", "iss"])
    let found = [
      (try mint.token(), ["exp.passed"]), (try mint.token(.expired), ["nbf.in-future"]),
      (two, ["exp.missing"]), (two, ["iss.missing", "exp.missing"]),
      (two, ["exp.missing", "iss.missing"]),
    ].map { token, codes in
      do throws(ExpectationFailure) {
        try expectRefused(token, by: verifier, at: mint.now, codes: codes)
        return "as expected"
      } catch {
        return String(error.description.prefix { $0 != "\n" })
      }
    }
    #expect(
      found == [
        "expected the token to be refused: exp.passed; but it is accepted",
        "expected the token to be refused: nbf.in-future; but it is refused: exp.passed",
        "expected the token to be refused: exp.missing; "
          + "but it is refused: exp.missing, iss.missing",
        "expected the token to be refused: iss.missing, exp.missing; "
          + "but it is refused: exp.missing, iss.missing",
        "as expected",
      ])
  }

  @Test("a mint's time is 2025-06-15T15:06:40Z, and its tokens live for ten minutes")
  func time() throws {
    let mint = try TokenMint(.hs256)
    let verifier = try mint.verifier()
    let token = try mint.token()
    #expect(mint.now.seconds == 1_750_000_000)
    try expectAccepted(token, by: verifier, at: mint.now.advanced(bySeconds: 599))
    try expectRefused(
      token, by: verifier, at: mint.now.advanced(bySeconds: 600), code: "exp.passed")
  }

  @Test("a verdict shows what was checked, whatever it is compared with, and nothing of the token")
  func verdict() throws {
    let mint = try TokenMint(.es256)
    let token = try mint.token(.expired)
    let verdict = try mint.verifier().verdict(on: token, at: mint.now)
    let lines = verdict.description.split(separator: "\n")
    #expect(lines.first == "refused: exp.passed" && lines.count > 5)
    #expect(lines.contains { $0.hasSuffix("FAILED: exp.passed") })
    #expect(!verdict.description.contains("eyJ") && !verdict.description.contains("user-1"))
    #expect(verdict == .refused("exp.passed") && !verdict.isAccepted)
    #expect(verdict != .accepted && verdict != .refused("exp.passed", "iss.mismatch"))
    #expect(try mint.verifier().verdict(on: mint.token(), at: mint.now).isAccepted)
  }
}
