import JWTCheckTesting
import Testing

@Suite("tokens of the service with a request")
struct VeltPolicyTests {
  @Test("each refusal has one of the nine codes, and a token of the published shape is accepted")
  func codes() throws {
    let mint = try TokenMint(.hs256)
    let rule = ClaimRule(JSONPointer(members: ["organizationId"]), .equals("org-1"))
    let verifier = try Verifier(
      keys: mint.key.verification, policy: .velt(algorithms: [.hs256], rules: [rule]))
    let signer = try TokenSigner(key: mint.key.signing, algorithm: .hs256)
    let (base, hours) = (mint.now.seconds, Int64(3600))
    let good: [(name: String, value: JSONTree)] = [
      ("userId", "user123"), ("organizationId", "org-1"), ("iat", .integer(base)),
    ]
    func token(_ claims: (name: String, value: JSONTree)...) throws -> String {
      let names = claims.map(\.name)
      return try signer.sign(.object(good.filter { !names.contains($0.name) } + claims))
    }
    let rows: [(String, String, Int64, VerifyTokenCode?)] = [
      ("the published shape", try token(), 0, nil),
      ("the last second", try token(), 48 * hours + 30, nil),
      ("48 hours and the leeway are over", try token(), 48 * hours + 31, .expired),
      ("exp has passed", try token(("exp", .integer(base + 10))), 40, .expired),
      ("exp has not", try token(("exp", .integer(base + 10))), 39, nil),
      ("another organization", try token(("organizationId", "org-2")), 0, .claimMismatch),
      (
        "another organization, and expired", try token(("organizationId", "org-2")), 50 * hours,
        .claimMismatch
      ),
      ("no iat", try signer.sign(["organizationId": "org-1"]), 0, .claimMismatch),
      ("exp in milliseconds", try token(("exp", .integer(base * 1000))), 0, .claimMismatch),
      ("exp as a text", try token(("exp", "9999999999")), 0, .claimMismatch),
      ("not valid yet", try token(("nbf", .integer(base + 60))), 0, .claimMismatch),
      ("another key", try TokenMint(.hs256).token(), 0, .invalidSignature),
      ("a signature with padding", try token() + "=", 0, .invalidSignature),
      ("not protected", "eyJhbGciOiJub25lIn0.e30.", 0, .algorithmNotAllowed),
      ("another algorithm", try TokenMint(.es256).token(), 0, .algorithmNotAllowed),
      ("no token", "", 0, .missingToken), ("no JWT", "abc", 0, .verificationFailed),
    ]
    var wrong: [String] = []
    for (name, token, offset, expected) in rows {
      var found: VerifyTokenCode?
      do throws(VerificationFailure) {
        _ = try verifier.verify(token, at: mint.now.advanced(bySeconds: offset))
      } catch {
        found = VerifyTokenCode(error)
      }
      if found != expected { wrong.append("\(name): \(found?.rawValue ?? "accepted")") }
    }
    #expect(wrong == [])
    #expect(VerifyTokenCode(.key(.keysUnavailable)) == .keyResolutionFailed)
  }
}
