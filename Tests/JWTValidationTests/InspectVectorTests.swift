import JWTValidation
import Testing
import VectorSupport

@Suite("inspect.json")
struct InspectVectorTests {
  @Test("every token has exactly its findings and its form")
  func codes() throws {
    var wrong: [String] = []
    for row in try VectorRow.all("inspect") {
      let inspection = Inspection(
        of: try row.token, at: try row.at, maximumByteCount: row.maximumByteCount)
      let codes = inspection.findings.map(\.code)
      if codes != (try row.expectInspection) { wrong.append("\(row.name): \(codes)") }
      if inspection.form.rawValue != (try row.form) { wrong.append("\(row.name): form") }
    }
    #expect(wrong == [])
  }

  @Test("what can be read of a broken token is there")
  func partial() throws {
    let claims = Base64URL.encode(Array(#"{"sub":"u"}"#.utf8).span)
    let token = Array("!.".utf8) + claims + Array(".AAAA".utf8)
    let inspection = Inspection(of: token)
    #expect(inspection.header == nil)
    #expect(inspection.claims?["sub"]?.string == "u")
    #expect(inspection.signatureByteCount == 3)
  }
}
