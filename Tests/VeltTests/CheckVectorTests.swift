import JOSE
import JWTValidation
import StrictCoding
import Testing
import VectorSupport

@testable import Velt

@Suite("check.json")
struct CheckVectorTests {
  /// Every code that a check of its own makes, and the shared ones that its rules rest on.
  private static let codes: Set = [
    "claim.ambiguous", "claim.wrong-type",
    "exp.milliseconds", "exp.out-of-range", "exp.passed", "exp.wrong-type",
    "iat.in-future", "iat.milliseconds", "iat.missing", "iat.not-fresh", "iat.wrong-type",
    "identify.admin-set", "identify.email-mismatch", "identify.organization-mismatch",
    "identify.user-id-mismatch",
    "lifetime.negative", "lifetime.too-long", "nbf.in-future",
    "request.admin-missing", "request.admin-not-requested", "request.email-mismatch",
    "request.email-not-requested", "request.organization-mismatch", "request.user-id-mismatch",
    "signature.invalid", "signature.missing", "signature.not-checked",
    "token.empty", "token.encrypted", "token.is-envelope", "token.is-failure",
    "token.is-placeholder", "token.segment-count",
    "window.passed", "window.unknown",
    "alg.none", "alg.not-allowed", "alg.unknown", "base64url.padding", "claims.not-an-object",
    "b64.unencoded-payload", "crit.unsupported", "header.embedded-key", "json.duplicate-member",
  ]

  @Test("every vector has its findings, its verdict and its code")
  func vectors() throws {
    for vector in try VectorFile("velt/check.json").vectors {
      let name = try vector.text("name")
      let outcome = try Self.check(vector)
      let codes = try vector.texts("expect")
      let verdict = try vector.text("verdict")
      let veltCode = vector["veltCode"]?.string
      #expect(outcome.record.findings.map(\.code) == codes, "\(name)")
      #expect(Self.verdict(outcome) == verdict, "\(name)")
      #expect(outcome.verifyTokenCode?.rawValue == veltCode, "\(name)")
    }
  }

  @Test("the claims a vector shows are those of its token")
  func shownClaims() throws {
    var count = 0
    for vector in try VectorFile("velt/check.json").vectors {
      guard let claims = vector["claims"]?.stringBytes else { continue }
      count += 1
      let token = Array(try vector.text("token").utf8)
      let parts = try CompactSegments(token.span, limit: token.count)
      let payload = try Base64URL.decode(Array(token[parts.payload]).span)
      #expect(payload == claims)
    }
    #expect(count > 40)
  }

  @Test("every code is produced by a vector, and no vector expects another")
  func codesAreCovered() throws {
    let vectors = try VectorFile("velt/check.json").vectors
    let codes = Set(try vectors.flatMap { try $0.texts("expect") })
    let names = Set(try vectors.map { try $0.text("name") })
    #expect(codes == Self.codes)
    #expect(names.count == vectors.count)
  }

  static func check(_ vector: JSONObject) throws -> TokenCheckOutcome {
    var locations = ClaimLocations.likely
    for member in vector["locations"]?.object.map(Array.init) ?? [] {
      let claim = try required(VeltClaim(rawValue: member.name), member.name)
      locations[claim] = try required(member.value.array, member.name).map {
        try JSONPointer(try required($0.string, member.name))
      }
    }
    let check = TokenCheck(
      request: try TokenRequest(json: try required(vector.document("request"), "request")),
      identify: try vector.document("identify").map { try IdentifyCall(json: $0) },
      locations: locations,
      leeway: try vector.optionalDate("leeway").map { .seconds($0.seconds) }
        ?? TokenWindow.defaultLeeway,
      requestedAt: try vector.optionalDate("requestedAt"),
      requiresSignature: vector["requireSignature"]?.boolean == true,
      verifier: try vector["key"]?.string.map { try hs256Verifier(secret: Array($0.utf8)) })
    let now = try required(try vector.optionalDate("at"), "at")
    return check.check(Array(try vector.text("token").utf8), at: now)
  }

  private static func verdict(_ outcome: TokenCheckOutcome) -> String {
    switch outcome {
    case .matchedAndVerified: "verified"
    case .matched: "matched"
    case .refused: "refused"
    }
  }
}
