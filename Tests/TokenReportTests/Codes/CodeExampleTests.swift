import Testing
import VectorSupport

@testable import JWTValidation
@testable import PolicyFile
@testable import TokenReport
@testable import Velt

/// Runs the examples of the catalogue, so that what the documentation shows is true.
@Suite("examples of codes")
struct CodeExampleTests {
  @Test("every example triggers its code")
  func examples() throws {
    var run = 0
    var wrong: [String] = []
    for code in CodeCatalog.all {
      guard let codes = try Self.codes(code.example) else { continue }
      run += 1
      if !codes.contains(code.code) { wrong.append("\(code.code): \(codes.sorted())") }
    }
    #expect(wrong == [])
    #expect(run > 110)
  }

  /// The codes that an input triggers; `nil` for a description.
  private static func codes(_ example: CodeExample) throws -> Set<String>? {
    let bytes = Array(example.text.utf8)
    switch example {
    case .words: return nil
    case .base64url:
      return code { () throws(Base64URLError) in _ = try Base64URL.decode(bytes.span) }
    case .json: return code { () throws(JSONError) in _ = try JSONValue.parse(bytes) }
    case .pointer(let text):
      return code { () throws(JSONPointer.ParseError) in _ = try JSONPointer(text) }
    case .token:
      return Set(Inspection(of: bytes).findings.map(\.code))
        .union(TokenMistake(bytes).map { [$0.code] } ?? [])
    case .header: return try ExampleToken(header: bytes).codes
    case .claims: return try ExampleClaims(bytes).codes
    case .decoded(let text): return try ExampleClaims.codesOfDecoding(text)
    case .key, .pem, .secret: return ExampleKey(bytes).codes(of: example)
    case .request: return code { () throws(DocumentError) in _ = try TokenRequest(json: bytes) }
    case .response: return code { () throws(DocumentError) in _ = try TokenResponse(json: bytes) }
    case .policy: return code { () throws(PolicyFileError) in _ = try PolicyFile(json: bytes) }
    case .identify: return code { () throws(DocumentError) in _ = try IdentifyCall(json: bytes) }
    }
  }

  static func code<Failure: Error & Worded>(_ body: () throws(Failure) -> Void) -> Set<String> {
    do {
      try body()
      return []
    } catch {
      return [error.code]
    }
  }
}
