import Foundation
import JWTIssuing
import JWTValidation
import Testing
import VectorSupport

@Suite("the middleware of the README")
struct MiddlewareExampleTests {
  private let signer: TokenSigner
  private let bearer: Bearer
  private let now = sampleTime

  init() throws {
    let key = try SigningKey.generate(for: .es256, keyID: "k1")
    signer = try TokenSigner(key: key, algorithm: .es256)
    let jwk = try required(try key.publicJWK(for: .es256), "a public key")
    bearer = try Bearer(keys: jwk.encoded())
  }

  private func token(audience: String) throws -> String {
    try signer.sign([
      "iss": "https://id.example", "aud": .string(audience), "sub": "user-1",
      "exp": .integer(now.seconds + 600),
    ])
  }

  @Test("the README shows exactly the lines that are compiled here")
  func text() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "MiddlewareExample.swift")
    let source = try String(contentsOf: file, encoding: .utf8)
    let marked = source.split(separator: "// README ", omittingEmptySubsequences: false)
    try #require(marked.count == 3)
    let example = marked[1].drop { $0 != "\n" }
    let readme = VectorFile.folder.deletingLastPathComponent().appending(path: "README.md")
    #expect(try String(contentsOf: readme, encoding: .utf8).contains("```swift\(example)```"))
  }

  @Test("a good token tells the caller", arguments: ["Bearer ", "bearer ", "BEARER  "])
  func accepts(scheme: String) throws {
    let header = scheme + (try token(audience: "orders-api"))
    #expect(try bearer.caller(header, at: now)?.sub == "user-1")
  }

  @Test(
    "without a bearer token there is no caller",
    arguments: [nil, "", "Bearer", "Basic dTpw", "Bearer a b"])
  func nobody(header: String?) throws {
    #expect(try bearer.caller(header, at: now) == nil)
  }

  @Test("a token for somebody else is refused with a code")
  func refuses() throws {
    let header = "Bearer " + (try token(audience: "billing-api"))
    let failure = #expect(throws: VerificationFailure.self) {
      try bearer.caller(header, at: now)
    }
    #expect(failure?.codes == ["aud.mismatch"])
  }
}
