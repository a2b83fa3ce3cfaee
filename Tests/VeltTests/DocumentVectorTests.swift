import StrictCoding
import Testing
import VectorSupport

@testable import Velt

@Suite("documents.json")
struct DocumentVectorTests {
  @Test("every document is read, or the error names the member and the place")
  func vectors() throws {
    let vectors = try VectorFile("velt/documents.json").vectors
    for vector in vectors {
      let name = try vector.text("document") + ": " + vector.text("name")
      let error: DocumentError? = try Self.read(vector)
      let code = vector["expect"]?.string
      let pointer = vector["pointer"]?.string
      let offset = vector["offset"]?.number?.integer(as: Int.self)
      #expect(error?.code == code, "\(name)")
      #expect(error?.pointer.description == pointer, "\(name)")
      #expect(error?.offset == offset, "\(name)")
    }
    let codes = Set(vectors.compactMap { $0["expect"]?.string })
    #expect(
      codes == [
        "identify.empty-member", "identify.missing-member", "identify.wrong-type",
        "json.duplicate-member", "json.unexpected-character", "json.unexpected-end",
        "request.empty-member", "request.missing-member", "request.several-organizations",
        "request.wrong-type",
        "response.empty-member", "response.missing-member", "response.not-an-envelope",
        "response.unexpected-status", "response.wrong-type",
      ])
  }

  private static func read(_ vector: JSONObject) throws -> DocumentError? {
    let text = Array(try vector.text("text").utf8)
    do throws(DocumentError) {
      switch vector["document"]?.string {
      case "request": _ = try TokenRequest(json: text)
      case "response": _ = try TokenResponse(json: text)
      case "identify": _ = try IdentifyCall(json: text)
      default: Issue.record("unknown document")
      }
      return nil
    } catch {
      return error
    }
  }

  @Test("an empty text is refused where a value is made without a document")
  func emptyTexts() {
    #expect(throws: DocumentError.self) { try TokenRequest(userId: "", organizationId: "o") }
    #expect(throws: DocumentError.self) { try TokenRequest(userId: "u", organizationId: "") }
    #expect(throws: DocumentError.self) {
      try TokenRequest(userId: "u", organizationId: "o", email: "")
    }
    #expect(throws: DocumentError.self) { try IdentifyCall(userId: "u", organizationId: "") }
  }
}
