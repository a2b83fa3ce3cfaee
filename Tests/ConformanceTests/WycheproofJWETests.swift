import JWTValidation
import Testing

@Suite("Wycheproof JWE", .enabled(if: vectorFolder != nil, "JWTCHECK_VECTORS is not set"))
struct WycheproofJWETests {
  @Test("a token of five parts is called encrypted and its header shown; no other is")
  func recognition() throws {
    let dot = UInt8(ascii: ".")
    var wrong: [String] = []
    var count = 0
    let file = try OutsideVectors.object("wycheproof/json_web_encryption_test.json")
    for test in try file.objects("testGroups").flatMap({ try $0.objects("tests") }) {
      let token = Array(try test.text("jwe").utf8)
      let isEncrypted = token.count { $0 == dot } == 4
      let inspection = Inspection(of: token)
      let isRight =
        isEncrypted == (inspection.form == .jwe)
        && isEncrypted == inspection.findings.contains { $0.code == "token.encrypted" }
        && isEncrypted == Self.isHeaderShown(inspection, startsWithDot: token.first == dot)
      if !isRight { wrong.append("\(try test.count("tcId")): \(inspection)") }
      if isEncrypted { count += 1 }
    }
    #expect(wrong == [])
    #expect(count >= 128)
  }

  /// Whether the header is there, or what there is in place of one is named.
  private static func isHeaderShown(_ inspection: Inspection, startsWithDot: Bool) -> Bool {
    guard startsWithDot else { return inspection.header?.parameters["enc"]?.string != nil }
    return inspection.header == nil && inspection.findings.contains { $0.code == "json.empty" }
  }
}
