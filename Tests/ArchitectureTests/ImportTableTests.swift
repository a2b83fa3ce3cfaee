import Foundation
import Testing

/// Which module may import which. The manifest alone does not hold this: SwiftPM lets a target
/// import whatever its dependencies depend on.
@Suite("the import table")
struct ImportTableTests {
  /// The targets in the order of the layers; each may import what it lists and nothing else.
  static let table: [String: Set<String>] = [
    "CLibcrypto": [],
    // The only Swift that calls OpenSSL; knows neither JSON nor JOSE.
    "Libcrypto": ["CLibcrypto", "Synchronization"],
    // Knows nothing of ours and nothing of the system.
    "StrictCoding": [],
    // JOSE as data: no cryptography.
    "JOSE": ["StrictCoding"],
    // Where the words of JOSE and of libcrypto meet.
    "JOSEKeys": ["JOSE", "Libcrypto", "StrictCoding"],
    // Neither clocks nor files, and no way to sign.
    "JWTValidation": ["JOSEKeys", "JOSE", "Libcrypto", "StrictCoding", "Synchronization"],
    // No way to verify.
    "JWTIssuing": ["JOSEKeys", "JOSE", "Libcrypto", "StrictCoding"],
    "Velt": ["JWTValidation", "JOSE", "StrictCoding"],
    "TokenDiagnosis": ["JWTValidation", "Velt", "JOSEKeys", "JOSE", "StrictCoding"],
    // What is known of published keys without waiting for them: no fetcher.
    "KeyPublication": ["JWTValidation", "StrictCoding"],
    // No files: whoever reads a policy fetches the keys that it names.
    "PolicyFile": ["KeyPublication", "Velt", "JWTValidation", "JOSEKeys", "JOSE", "StrictCoding"],
    // Signs with keys of its own and verifies; never sees a real private key.
    "PolicyTrial": [
      "PolicyFile", "JWTIssuing", "JWTValidation", "JOSEKeys", "JOSE", "StrictCoding",
    ],
    // No HTTP client and no clock: both are handed over.
    "RemoteKeys": ["PolicyFile", "KeyPublication", "JWTValidation", "Synchronization"],
    "TokenReport": [
      "TokenDiagnosis", "PolicyFile", "KeyPublication", "JWTValidation", "Velt", "JOSEKeys", "JOSE",
      "StrictCoding",
    ],
    // Text in, lines and numbers out: no file, no thread, no clock.
    "TokenAudit": [
      "TokenReport", "TokenDiagnosis", "PolicyFile", "Velt", "JWTValidation", "JOSE",
      "StrictCoding",
    ],
    // No web framework, no socket, no clock.
    "BearerAuthentication": ["JWTValidation", "JOSE", "StrictCoding", "Synchronization"],
    // Everything of the command line except `main`: the system, but never libcrypto itself, and nothing
    // that waits: starting what tasks need takes up to a tenth of a short command's time.
    "JWTCheckCommand": [
      "StrictDocuments", "HTTPMessages", "TokenAudit",
      "TokenReport", "TokenDiagnosis", "PolicyFile", "PolicyTrial", "KeyPublication", "Velt",
      "JWTValidation", "JWTIssuing",
      "JOSEKeys", "JOSE",
      "StrictCoding",
      "Glibc", "Synchronization",
    ],
    "jwtcheck": ["JWTCheckCommand", "Libcrypto", "Glibc"],
    // Requests and answers as values.
    "HTTPMessages": [],
    // Who sends requests is passed in.
    "TokenClient": ["HTTPMessages", "Velt", "JWTValidation", "JOSE", "StrictCoding"],
    // Configurations, and what the two programs say to each other.
    "StrictDocuments": ["HTTPMessages", "TokenReport", "JOSE", "StrictCoding"],
    // Handlers as functions: no socket, no file, no clock.
    "TokenService": [
      "StrictDocuments", "HTTPMessages", "TokenReport", "BearerAuthentication", "PolicyFile",
      "Velt", "JWTValidation", "JWTIssuing", "JOSEKeys", "JOSE", "Libcrypto", "StrictCoding",
      "Synchronization",
    ],
    "CLibmicrohttpd": [],
    "CLibcurl": [],
    // The only networking; knows nothing of tokens.
    "HTTPTransport": [
      "CLibmicrohttpd", "CLibcurl", "HTTPMessages", "Dispatch", "Glibc", "Synchronization",
    ],
    "CLibhiredis": [],
    // Knows digests of tokens, never a token.
    "RedisTokenStore": [
      "CLibhiredis", "BearerAuthentication", "JOSE", "StrictCoding", "Dispatch", "Glibc",
      "Synchronization",
    ],
    // The only program that opens connections.
    "jwtcheckd": [
      "TokenService", "StrictDocuments", "HTTPTransport", "HTTPMessages", "JWTCheckCommand",
      "TokenReport", "PolicyFile", "RemoteKeys", "RedisTokenStore", "BearerAuthentication",
      "JWTValidation", "JOSE", "StrictCoding", "Synchronization", "Dispatch", "Glibc",
    ],
    "JWTCheckTesting": [
      "JWTIssuing", "JWTValidation", "Velt", "JOSE", "StrictCoding", "Synchronization",
    ],
  ]

  /// The module that a line imports.
  static func importedModule(_ code: String) -> String? {
    let pattern =
      /^(?:@\w+ +)*(?:(?:public|package|internal|fileprivate|private) +)?import +(?:(?:struct|class|enum|protocol|typealias|func|let|var) +)?(\w+)/
    guard code.contains("import ") else { return nil }
    return code.firstMatch(of: pattern).map { String($0.1) }
  }

  static func violations(_ file: SourceFile) -> [String] {
    guard let allowed = table[file.target] else {
      return [file.violation(1, "the target \(file.target) is not in the import table")]
    }
    return file.lines.compactMap { number, code in
      guard let module = importedModule(code), !allowed.contains(module) else { return nil }
      return file.violation(number, "\(file.target) must not import \(module)")
    }
  }

  @Test("every import is one that the table allows")
  func imports() throws {
    let files = try SourceFile.sources()
    #expect(files.flatMap(Self.violations) == [])
    #expect(files.count > 100)
  }

  @Test("the table names exactly the targets that there are")
  func targets() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      at: SourceFile.root.appending(path: "Sources"), includingPropertiesForKeys: [.isDirectoryKey])
    #expect(Set(folders.map(\.lastPathComponent)) == Set(Self.table.keys))
  }

  @Test("the manifest declares for each target exactly what the table allows")
  func manifest() throws {
    let text = try String(
      contentsOf: SourceFile.root.appending(path: "Package.swift"), encoding: .utf8)
    let target =
      /\.(?:target|executableTarget|systemLibrary)\(\s*name: "(\w+)"(?:,\s*dependencies: \[([^\]]*)\])?/
    var violations: [String] = []
    var seen: Set<String> = []
    for match in text.matches(of: target) {
      guard let allowed = Self.table[String(match.1)] else { continue }
      seen.insert(String(match.1))
      let declared = Set((match.2 ?? "").matches(of: /"(\w+)"/).map { String($0.1) })
      let difference = declared.symmetricDifference(allowed.intersection(Self.table.keys))
      let line = text[..<match.range.lowerBound].count { $0.isNewline } + 1
      violations += difference.sorted().map { "Package.swift:\(line): \(match.1) and \($0)" }
    }
    #expect(violations == [])
    #expect(seen == Set(Self.table.keys))
  }

  @Test("the table has no circle")
  func layers() {
    var left = Self.table.mapValues { $0.intersection(Self.table.keys) }
    while let next = left.first(where: { $0.value.isDisjoint(with: left.keys) }) {
      left[next.key] = nil
    }
    #expect(left.isEmpty, "in a circle or above one: \(left.keys.sorted())")
  }

  @Test("every way to write an import is seen")
  func scanner() {
    let text = """
      import A
      public import B
      @_exported public import C
      import struct D.Thing
      @preconcurrency package import enum E.Kind
      // import F
      let important = 1
        import G  // why
      """
    let lines = SourceFile(path: "Sources/JOSE/X.swift", text: text).lines
    #expect(lines.compactMap { Self.importedModule($0.text) } == ["A", "B", "C", "D", "E", "G"])
  }
}
