import JWTValidation
import Testing
import VectorSupport

@Suite("setup.json")
struct SetupVectorTests {
  @Test("a verifier is made, or refused with its code, before any token is seen")
  func codes() throws {
    var wrong: [String] = []
    for row in try VectorRow.all("setup") {
      var codes: [String] = []
      do {
        _ = try row.verifier()
      } catch let error as PolicyError {
        codes = [error.code]
      } catch let error as KeyError {
        codes = [error.code]
      }
      if codes != (try row.expect) { wrong.append("\(row.name): \(codes)") }
    }
    #expect(wrong == [])
  }

  @Test("the keys of a set that cannot be used are listed with their reasons")
  func skipped() throws {
    let set =
      #"{"keys":[{"kty":"AKP","kid":"new"},7,{"kty":"oct","k":"AQ","kid":"short","alg":"HS256"},"#
      + #"{"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}]}"#
    let keys = try VerificationKeys.jwks(Array(set.utf8))
    #expect(keys.count == 1)
    #expect(keys.skipped.map(\.index) == [0, 1, 2])
    #expect(keys.skipped.map(\.keyID) == ["new", nil, "short"])
    #expect(
      keys.skipped.map(\.reason.code)
        == ["jwk.unknown-kty", "jwk.wrong-type", "key.hmac-too-short"])
  }

  @Test("a secret without alg that is too short does not spoil its set and never verifies")
  func unused() throws {
    let set =
      #"{"keys":[7,{"kty":"oct","k":"AQ","kid":"short"},"#
      + #"{"kty":"oct","kid":"long","k":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}]}"#
    let verifier = try JWSVerifier(keys: .jwks(Array(set.utf8)), algorithms: [.hs256])
    #expect(verifier.unusedKeys.map(\.index) == [1])
    #expect(verifier.unusedKeys.map(\.keyID) == ["short"])
    #expect(verifier.unusedKeys.map(\.reason.code) == ["key.hmac-too-short"])
    // {"alg":"HS256","kid":"short"}
    let failure = #expect(throws: VerificationFailure.self) {
      try verifier.verify("eyJhbGciOiJIUzI1NiIsImtpZCI6InNob3J0In0.e30.AA")
    }
    #expect(failure?.codes == ["kid.wrong-algorithm"])
  }
}
