import Testing
import VectorSupport

@testable import KeyPublication

@Suite("lifetimes and URLs")
struct RuleTableTests {
  @Test("Cache-Control is read as the vectors say")
  func lifetimes() throws {
    var wrong: [String] = []
    for row in try VectorFile("remote-keys/cache-control.json").namedVectors {
      let found = CacheControl.lifetime(row["field"]?.string, age: row["age"]?.string)
      if try found != row.optionalCount("seconds").map(Int64.init) {
        wrong.append("\(try row.text("name")): \(found ?? -1)")
      }
    }
    #expect(wrong == [])
  }

  @Test("a URL is taken or refused as the vectors say")
  func urls() throws {
    var wrong: [String] = []
    for row in try VectorFile("remote-keys/urls.json").namedVectors {
      let plainHTTP: PlainHTTP =
        switch row["plain"]?.string {
        case "loopback": .onLoopback
        case "everywhere": .everywhere
        default: .refused
        }
      let url = KeyURL(try row.text("url"), plainHTTP: plainHTTP)
      let discovery = KeyURL.discoveryDocument(of: try row.text("url"), plainHTTP: plainHTTP)
      if url?.host != row["host"]?.string || discovery?.text != row["discovery"]?.string {
        wrong.append("\(try row.text("name")): \(url?.host ?? "-") \(discovery?.text ?? "-")")
      }
    }
    #expect(wrong == [])
  }
}
