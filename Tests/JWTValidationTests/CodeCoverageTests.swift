import Foundation
import JWTValidation
import Testing
import VectorSupport

@Suite("every code has a vector")
struct CodeCoverageTests {
  /// The enumerations whose codes can come out of this module, by their files.
  private static let files = [
    "JOSE/TokenError", "JOSE/HeaderError", "JOSE/JWKError", "JOSE/PEMError", "JOSEKeys/KeyError",
    "JWTValidation/KeySelectionError", "JWTValidation/SignatureFailure",
    "JWTValidation/PolicyError", "JWTValidation/ClaimFailure", "JWTValidation/Observation",
    "StrictCoding/Base64URLError", "StrictCoding/JSONError",
  ]

  /// Codes that no vector of this folder can produce, each with the reason.
  private static let elsewhere = [
    "key.private-key-needed": "only signing needs one",
    "token.payload-present":
      "only a payload given apart from the token gives it; see DetachedPayloadTests",
    "key.unavailable": "depends on how libcrypto was built",
    "iss.unknown": "only several verifiers beside each other give it; see MultiIssuerTests",
    "iss.needed": "only several verifiers beside each other give it; see MultiIssuerTests",
    "azp.mismatch": "only the check of an ID token gives it; see ProfileTests",
    "nonce.mismatch": "only the check of an ID token gives it; see ProfileTests",
    "at_hash.mismatch": "only the check of an ID token gives it; see ProfileTests",
    "aud.untrusted": "only the check of an ID token gives it; see ProfileTests",
    "keys.unavailable": "only keys that are fetched can be missing; see RemoteKeysTests",
    "policy.issuer-not-named": "only several verifiers give it; see MultiIssuerTests",
    "policy.duplicate-issuer": "only several verifiers give it; see MultiIssuerTests",
    "aud.not-checked": "an observation of whoever checks a signature without an audience",
  ]

  /// Ends of codes that are made for several claims, and the claims.
  private static let claimCodes = [
    ".missing": ["exp", "nbf", "iat", "iss", "aud", "sub", "jti", "typ", "claim"],
    ".wrong-type": ["exp", "nbf", "iat", "iss", "aud", "sub", "jti"],
    ".out-of-range": ["exp", "nbf", "iat"],
    ".milliseconds": ["exp", "nbf", "iat"],
  ]

  /// The codes that stand in the sources, ends of codes included.
  private static func declared() throws -> Set<String> {
    let sources = VectorFile.folder.deletingLastPathComponent().appending(path: "Sources")
    var codes: Set<String> = []
    for file in files {
      let text = try String(
        contentsOf: sources.appending(path: file + ".swift"), encoding: .utf8)
      let start = try required(text.range(of: "var code: String {"), file).upperBound
      let end = try required(text[start...].range(of: "\n  }\n"), file).lowerBound
      let found = text[start..<end].matches(of: /"([a-z0-9_-]*\.[a-z0-9-]+)"/)
      try #require(!found.isEmpty)
      codes.formUnion(found.map { String($0.1) })
    }
    return codes
  }

  @Test("every code is expected by a vector, and every expected code exists")
  func coverage() throws {
    let declared = try Self.declared()
    #expect(declared.filter { $0.hasPrefix(".") } == Set(Self.claimCodes.keys))
    var producible = declared.filter { !$0.hasPrefix(".") }
    for (end, claims) in Self.claimCodes { producible.formUnion(claims.map { $0 + end }) }
    #expect(producible.isSuperset(of: Self.elsewhere.keys))
    producible.subtract(Self.elsewhere.keys)

    var expected: Set<String> = []
    for file in ["verify", "setup"] {
      for row in try VectorRow.all(file) { expected.formUnion(try row.expect) }
    }
    for row in try VectorRow.all("inspect") { expected.formUnion(try row.expectInspection) }
    #expect(expected.subtracting(producible).sorted() == [], "codes that do not exist")
    #expect(producible.subtracting(expected).sorted() == [], "codes without a vector")
  }

  @Test("every observation of an inspection has a vector of its own")
  func observations() throws {
    var codes: Set<String> = []
    for row in try VectorRow.all("inspect") {
      for case .observation(let observation) in Inspection(of: try row.token, at: try row.at)
        .findings
      {
        codes.insert(observation.code)
      }
    }
    #expect(
      codes.isSuperset(of: [
        "alg.none", "alg.unknown", "header.embedded-key", "exp.passed", "nbf.in-future",
        "iat.in-future", "exp.missing", "exp.wrong-type", "exp.out-of-range",
      ]))
  }
}
