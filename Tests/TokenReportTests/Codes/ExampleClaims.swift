import VectorSupport

@testable import JWTValidation
@testable import Velt

/// Claims of the catalogue, looked at under the assumptions that its article states.
struct ExampleClaims {
  private let claims: JSONObject
  private let header: JOSEHeader
  private static let now = NumericDate(seconds: 1_767_398_400)

  init(_ claims: [UInt8], header: [UInt8] = Array("{\"alg\": \"HS256\"}".utf8)) throws {
    self.claims = try required(JSONValue.parse(claims).object, "claims")
    self.header = JOSEHeader(try required(JSONValue.parse(header).object, "header"))
  }

  var codes: Set<String> {
    get throws {
      try codesOfPolicy.union(codesOfInspection).union(codesOfMatch)
        .union(ExampleToken.codesOfLint(token))
    }
  }

  /// What a strict policy says.
  var codesOfPolicy: Set<String> {
    get throws {
      let policy = ValidationPolicy(
        algorithms: [.hs256], issuer: .exactly("https://id.example"),
        audience: .containing("orders-api"), lifetime: .atMost(.seconds(172_800)),
        maximumAge: .seconds(3600), subject: "user-1", type: .exactly("at+jwt"),
        requiredClaims: ["nbf", "jti", "tenant"],
        claimRules: [
          ClaimRule(JSONPointer(members: ["plan"]), .equals("pro")),
          ClaimRule(JSONPointer(members: ["region"]), .oneOf(["eu", "ch"])),
          ClaimRule(JSONPointer(members: ["roles"]), .contains("auditor")),
        ])
      var sink = FailureSink()
      ClaimRules.evaluate(
        ClaimsSet(claims), header, try PreparedPolicy(policy), now: Self.now,
        into: &sink)
      return Set(sink.failures.map(\.code))
    }
  }

  private var codesOfInspection: Set<String> {
    Set(Inspection(of: token, at: Self.now).findings.map(\.code))
  }

  private var token: [UInt8] {
    let payload = Array(JSONValue(claims).sourceText.utf8)
    return Array("eyJhbGciOiJIUzI1NiJ9.".utf8) + Base64URL.encode(payload.span)
      + Array(".AAAA".utf8)
  }

  private var codesOfMatch: Set<String> {
    get throws {
      let request = try TokenRequest(
        userId: "user-1", organizationId: "org-1", email: "user@example.com")
      let call = try IdentifyCall(
        userId: "user-1", organizationId: "org-1", email: "user@example.com", isAdmin: true)
      let findings =
        TokenWindow(claims: claims, at: Self.now, requestedAt: Self.now).findings
        + RequestMatch(request, claims: claims).findings
        + IdentifyMatch(call, claims: claims).findings
      return Set(findings.map(\.code))
    }
  }

  /// What decoding a number as a time says.
  static func codesOfDecoding(_ number: String) throws -> Set<String> {
    let text = Array("{\"until\": \(number)}".utf8)
    let object = try required(JSONValue.parse(text).object, "claims")
    do {
      _ = try ClaimsSet(object).decode(as: [String: NumericDate].self)
      return []
    } catch DecodingError.typeMismatch(_, let context) {
      return Set(context.debugDescription.split(separator: " ").map(String.init))
    }
  }
}
