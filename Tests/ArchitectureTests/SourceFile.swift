import Foundation

/// A Swift file of the checkout, as the rules of the architecture see it: code without comments and
/// without what stands between triple quotes.
struct SourceFile: Sendable {
  /// The path below the checkout, such as `Sources/JOSE/JWK.swift`.
  let path: String
  /// The whole text, for a quick look before a slow one.
  let text: String
  /// The number of lines.
  let lineCount: Int
  /// The lines that hold code, with their numbers from 1.
  let lines: [(number: Int, text: String)]

  /// The folder that is named after the target.
  var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// Reads a text as a file.
  init(path: String, text: String) {
    self.path = path
    self.text = text
    let all = text.split(separator: "\n", omittingEmptySubsequences: false)
    lineCount = all.count - (all.last?.isEmpty == true ? 1 : 0)
    var lines: [(Int, String)] = []
    var isQuoted = false
    for (index, line) in all.enumerated() {
      let toggles = line.components(separatedBy: "\"\"\"").count - 1
      defer { if !toggles.isMultiple(of: 2) { isQuoted.toggle() } }
      let code = line.trimmingCharacters(in: .whitespaces)
      if isQuoted || code.isEmpty || code.hasPrefix("//") { continue }
      // The format asks for two blanks before a comment behind code.
      lines.append((index + 1, code.components(separatedBy: "  // ")[0]))
    }
    self.lines = lines
  }

  /// The top of the checkout.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift file of the package proper.
  static func sources() throws -> [SourceFile] { try sourceFiles.get() }

  /// Every Swift file of the tests.
  static func tests() throws -> [SourceFile] { try testFiles.get() }

  private static let sourceFiles = Result { try all(below: "Sources") }
  private static let testFiles = Result { try all(below: "Tests") }

  private static func all(below folder: String) throws -> [SourceFile] {
    let start = root.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: start.path())
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      SourceFile(
        path: "\(folder)/\(name)",
        text: try String(contentsOf: start.appending(path: name), encoding: .utf8))
    }
  }

  /// A sentence that names the place of what breaks a rule.
  func violation(_ number: Int, _ what: String) -> String { "\(path):\(number): \(what)" }
}

/// A line of code with the content of its string literals taken out.
func withoutLiterals(_ code: String) -> String {
  code.replacing(/"(?:[^"\\]|\\.)*"/, with: "\"\"")
}
