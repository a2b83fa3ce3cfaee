import Foundation
import JWTValidation
import Testing

@Suite("Wycheproof JWS", .enabled(if: vectorFolder != nil, "JWTCHECK_VECTORS is not set"))
struct WycheproofJWSTests {
  /// Cases the suite calls valid and this library refuses, each with its reason.
  static let deliberatelyRefused: [Int: String] = [
    347: "the key says alg ES521, which is no algorithm (RFC 7518 §3.1 has ES512)",
    351: "the key says alg ES521, which is no algorithm (RFC 7518 §3.1 has ES512)",
    346: "the key says alg PS256 and the token PS384",
    350: "the key says alg PS256 and the token PS384",
    372: "a character outside the alphabet in the header (RFC 7515 §2)",
    373: "a character outside the alphabet in the payload (RFC 7515 §2)",
  ]

  /// Cases the suite calls invalid although their text is, byte for byte, that of valid case 357.
  static let sameTextAsValidCase: Set<Int> = [367, 370]

  private struct File: Decodable {
    struct Group: Decodable {
      var tests: [Case]
    }
    struct Case: Decodable {
      var tcId: Int
      var jws: String
      var result: String
    }
    var testGroups: [Group]
  }

  @Test("every valid case is accepted and every invalid one refused")
  func verdicts() throws {
    let url = URL(filePath: try #require(vectorFolder)).appending(
      path: "wycheproof/json_web_signature_test.json")
    let data = try Data(contentsOf: url)
    let root = try JSONValue.parse([UInt8](data), limits: .file)
    let keys = try #require(root.object?["testGroups"]?.array).map {
      try #require($0.object?["public"] ?? $0.object?["private"])
    }
    let groups = try JSONDecoder().decode(File.self, from: data).testGroups
    var wrong: [String] = []
    var count = 0
    for (group, key) in zip(groups, keys) {
      let symmetric = key.object?["kty"]?.isString("oct") == true
      let algorithms = SignatureAlgorithm.allCases.filter { $0.isSymmetric == symmetric }
      let usable = try? VerificationKeys.jwks(
        Array(key.sourceText.utf8), secretLength: .any("the key's own alg decides"))
      let own = usable.flatMap { keys in
        let named = key.object?["alg"]?.stringBytes.flatMap { SignatureAlgorithm(named: $0) }
        return try? JWSVerifier(keys: keys, algorithms: named.map { [$0] } ?? algorithms)
      }
      for test in group.tests {
        count += 1
        let isAccepted = (try? own?.verify(test.jws)) != nil
        let expected =
          (test.result == "valid" || Self.sameTextAsValidCase.contains(test.tcId))
          && Self.deliberatelyRefused[test.tcId] == nil
        if isAccepted != expected { wrong.append("\(test.tcId) \(test.result)") }
      }
    }
    #expect(wrong == [])
    #expect(count == 401)
  }
}
