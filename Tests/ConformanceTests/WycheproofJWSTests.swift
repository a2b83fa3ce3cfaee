import JWTValidation
import StrictCoding
import Testing

@Suite("Wycheproof JWS", .enabled(if: vectorFolder != nil, "JWTCHECK_VECTORS is not set"))
struct WycheproofJWSTests {
  /// Cases the suite calls valid and this library refuses, each with the code and the reason.
  static let deliberatelyRefused: [Int: (code: String, reason: String)] = [
    346: ("alg.not-allowed", "the key says alg PS256 and the token PS384"),
    350: ("alg.not-allowed", "the key says alg PS256 and the token PS384"),
    347: ("jwk.unknown-alg", "the key says alg ES521, which is none (RFC 7518 §3.1: ES512)"),
    351: ("jwk.unknown-alg", "the key says alg ES521, which is none (RFC 7518 §3.1: ES512)"),
    372: ("base64url.invalid-character", "a question mark in the header (RFC 7515 §2)"),
    373: ("base64url.invalid-character", "a question mark in the payload (RFC 7515 §2)"),
  ]

  /// Cases the suite calls invalid, for padding, although their text is, byte for byte, that of the
  /// valid case 357: there is no padding in it.
  static let sameTextAsValidCase: Set<Int> = [367, 370]

  @Test("every valid case is accepted and every invalid one refused")
  func verdicts() throws {
    var wrong: [String] = []
    var count = 0
    var codes: Set<String> = []
    let file = try OutsideVectors.object("wycheproof/json_web_signature_test.json")
    for group in try file.objects("testGroups") {
      let key = try needed(group["public"] ?? group["private"], "a key")
      for test in try group.objects("tests") {
        count += 1
        let id = try test.count("tcId")
        let code = Self.code(try test.text("jws"), key: key)
        let isRight =
          if let refusal = Self.deliberatelyRefused[id] {
            code == refusal.code
          } else {
            (code == nil)
              == (try test.text("result") == "valid" || Self.sameTextAsValidCase.contains(id))
          }
        if !isRight { wrong.append("\(id) \(try test.text("comment")): \(code ?? "accepted")") }
        if let code { codes.insert(code) }
      }
    }
    #expect(wrong == [])
    #expect(count >= 401)
    // Nothing is refused for a reason that has nothing to do with the case.
    #expect(codes.subtracting(Self.codes) == [])
  }

  @Test("the cases that are accepted against the suite have the text of a valid case")
  func sameText() throws {
    let file = try OutsideVectors.object("wycheproof/json_web_signature_test.json")
    let tests = try file.objects("testGroups").flatMap { try $0.objects("tests") }
    let valid = Set(
      try tests.filter { try $0.text("result") == "valid" }.map { try Array($0.text("jws").utf8) })
    let others = try tests.filter { Self.sameTextAsValidCase.contains(try $0.count("tcId")) }
    #expect(others.count == Self.sameTextAsValidCase.count)
    for test in others { #expect(valid.contains(Array(try test.text("jws").utf8))) }
  }

  /// Every code that a case of the file may be refused with.
  private static let codes: Set<String> = [
    "alg.not-allowed", "alg.none", "base64url.invalid-character", "base64url.padding",
    "base64url.white-space", "json.empty", "jwk.wrong-key-ops", "jwk.wrong-use", "kid.unknown",
    "base64url.trailing-bits", "jwk.unknown-alg", "signature.invalid", "signature.missing",
    "signature.wrong-length", "token.empty", "token.json-serialization", "token.segment-count",
  ]

  /// The code that a token is refused with under the one key; `nil` if it is accepted.
  private static func code(_ token: String, key: JSONValue) -> String? {
    let keys: VerificationKeys
    do throws(KeyError) {
      keys = try .jwks(
        Array(key.sourceText.utf8), secretLength: .any("the key's own alg decides"))
    } catch { return error.code }
    let named = key.object?["alg"]?.stringBytes.flatMap { SignatureAlgorithm(named: $0) }
    let isSymmetric = key.object?["kty"]?.isString("oct") == true
    let all = SignatureAlgorithm.allCases.filter { $0.isSymmetric == isSymmetric }
    let verifier: JWSVerifier
    do throws(PolicyError) {
      verifier = try JWSVerifier(keys: keys, algorithms: named.map { [$0] } ?? all)
    } catch { return error.code }
    do throws(VerificationFailure) {
      _ = try verifier.verify(token)
      return nil
    } catch { return error.codes.first }
  }
}
