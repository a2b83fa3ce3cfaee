import Foundation
import Testing
import VectorSupport

@Suite("the page of famous bugs")
struct FamousBugsTests {
  private static let page = "Sources/JWTValidation/JWTValidation.docc/FamousBugs.md"

  @Test("every vector that the page names exists")
  func vectors() throws {
    let text = try String(contentsOf: SourceFile.root.appending(path: Self.page), encoding: .utf8)
    let named = text.matches(of: /\n- `TestVectors\/(.+?)`, "(.+)"/)
    #expect(named.count > 30)
    #expect(named.count == text.components(separatedBy: "\n- ").count - 1)
    var names: [String: Set<String>] = [:]
    for vector in named {
      let file = String(vector.1)
      if names[file] == nil {
        names[file] = Set(try VectorFile(file).vectors.map { try $0.text("name") })
      }
      let name = String(vector.2)
      #expect(names[file]?.contains(name) == true, "\(file): \(name)")
    }
  }
}
