import Foundation
import Testing

/// The files of `Tests/Misuse` do what a user must not be able to do. A comment
/// `// expect-error: TEXT` stands above each line that must not compile; nothing else may fail.
@Suite("misuse does not compile")
struct MisuseTests {
  private static let folder = SourceFile.root.appending(path: "Tests/Misuse")

  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return all.filter { $0.hasSuffix(".swift") && $0 != control }.sorted()
  }()

  private static let control = "RightUse.swift"

  /// The texts that errors must hold, by the lines they must be on.
  private static func expectations(_ text: String) -> [Int: String] {
    var expected: [Int: String] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let parts = line.components(separatedBy: "// expect-error: ")
      if parts.count == 2 { expected[index + 2] = parts[1] }
    }
    return expected
  }

  @Test("each misuse is refused where it stands, and for its own reason", arguments: names)
  func misuse(name: String) throws {
    let file = Self.folder.appending(path: name)
    let expected = Self.expectations(try String(contentsOf: file, encoding: .utf8))
    let (messages, rest) = try Compiler().check(file)
    let errors = messages.filter(\.isError)
    #expect(!expected.isEmpty)
    #expect(rest == "")
    for (line, text) in expected.sorted(by: { $0.key < $1.key }) {
      let found = errors.filter { $0.line == line }.map(\.text)
      #expect(found.contains { $0.contains(text) }, "\(name):\(line): \(found)")
    }
    let others = errors.filter { expected[$0.line] == nil }
    #expect(others == [], "errors that nobody expects")
  }

  @Test("right use compiles without a warning, so the others fail for no reason of the set-up")
  func rightUse() throws {
    let (messages, rest) = try Compiler().check(Self.folder.appending(path: Self.control))
    #expect(messages == [] && rest == "")
  }

  @Test("there are files to check")
  func files() {
    #expect(Self.names.count >= 6)
  }
}
