import Foundation
import JWTValidation
import StrictCoding
import Testing

/// The examples of RFC 7520 section 4, RFC 8037 and RFC 7797.
@Suite("cookbook, JWS", .enabled(if: vectorFolder != nil, "JWTCHECK_VECTORS is not set"))
struct CookbookJWSTests {
  /// How an example is checked.
  enum Treatment {
    /// Its compact form is accepted, and signed again gives the same payload.
    case compact
    /// Its compact form has an empty middle part; the payload is given beside it.
    case detached
    /// It has no compact form, or none for a JWT.
    case refused(code: String, reason: String)
  }

  static let treatments: [String: Treatment] = [
    "jws/4_1.rsa_v15_signature.json": .compact,
    "jws/4_2.rsa-pss_signature.json": .compact,
    "jws/4_3.ecdsa_signature.json": .compact,
    "jws/4_4.hmac-sha2_integrity_protection.json": .compact,
    "jws/4_5.signature_with_detached_content.json": .detached,
    "jws/4_6.protecting_specific_header_fields.json": .refused(
      code: "token.json-serialization", reason: "an unprotected header, which only JSON has"),
    "jws/4_7.protecting_content_only.json": .refused(
      code: "token.json-serialization", reason: "an unprotected header, which only JSON has"),
    "jws/4_8.multiple_signatures.json": .refused(
      code: "token.json-serialization", reason: "several signatures, which only JSON has"),
    "curve25519/jws.json": .compact,
    "rfc7797/hmac-sha2_b64_false.json": .compact,
    "rfc7797/4.2.hmac-sha2_b64_false.json": .refused(
      code: "token.json-serialization", reason: "a payload with a dot cannot stand in the text"),
  ]

  @Test("every example is accepted or refused as the table says, and every one is in the table")
  func examples() throws {
    var wrong: [String] = []
    for name in try Self.names() {
      let file = try OutsideVectors.object("jose-cookbook/\(name)")
      guard let treatment = Self.treatments[name] else {
        wrong.append("\(name): not in the table")
        continue
      }
      let outcome = try Self.outcome(file, treatment)
      let isRight =
        if case .refused(let code, _) = treatment { outcome == code } else { outcome == nil }
      if !isRight { wrong.append("\(name): \(outcome ?? "accepted")") }
    }
    #expect(wrong == [])
    #expect(try Set(Self.treatments.keys).subtracting(Self.names()) == [])
  }

  @Test("an unencoded payload is refused in a JWT (RFC 7797 §7), whatever its signature")
  func unencodedPayload() throws {
    let file = try OutsideVectors.object("jose-cookbook/rfc7797/hmac-sha2_b64_false.json")
    let key = try file.object("input").object("key")
    let token = try file.object("output").text("compact")
    let verifier = try Verifier(
      keys: .jwks(Array(key.description.utf8)),
      policy: ValidationPolicy(
        algorithms: [.hs256], issuer: .ignored("example"), audience: .ignored("example"),
        expiration: .notRequired("example")))
    #expect(throws: VerificationFailure.header([.unencodedPayload])) {
      try verifier.verify(token, at: NumericDate(seconds: 0))
    }
  }

  private static func names() throws -> [String] {
    try ["jws", "curve25519", "rfc7797"].flatMap { folder in
      try OutsideVectors.names("jose-cookbook/\(folder)").map { "\(folder)/\($0)" }
    }.filter { $0 != "curve25519/ecdh-es.json" }
  }

  /// The code of the failure; `nil` if the payload is the example's.
  private static func outcome(_ file: JSONObject, _ treatment: Treatment) throws -> String? {
    let input = try file.object("input")
    let output = try file.object("output")
    let payload = Array(try input.text("payload").utf8)
    let algorithms = try (input["alg"]?.array ?? [needed(input["alg"], "alg")])
      .map { try needed($0.stringBytes.flatMap { SignatureAlgorithm(named: $0) }, "alg") }
    let key = try needed(input["key"]?.array?.first ?? input["key"], "key")
    let verifier = try JWSVerifier(
      keys: .jwks(Array(key.sourceText.utf8)), algorithms: [algorithms[0]])
    do throws(VerificationFailure) {
      let verified: VerifiedPayload
      switch treatment {
      case .compact:
        verified = try verifier.verify(output["compact"]?.string ?? "")
      case .detached:
        verified = try verifier.verify(
          Array((output["compact"]?.string ?? "").utf8), detachedPayload: payload)
      case .refused:
        verified = try verifier.verify(output["json"]?.sourceText ?? "")
      }
      return verified.payload == payload ? nil : "another payload"
    } catch {
      return error.codes.first
    }
  }
}
