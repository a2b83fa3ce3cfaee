import JOSE
import JOSEKeys
import Libcrypto
import StrictCoding
import Testing

/// The files that hold bare signatures and tags, whatever their number: each group of a file names
/// its algorithm, so a file that is added is run too.
@Suite(
  "Wycheproof signatures and MACs", .enabled(if: vectorFolder != nil, "JWTCHECK_VECTORS is not set")
)
struct WycheproofRawTests {
  /// Cases the suite calls acceptable, by flag, that are refused here.
  static let refusedWhereAcceptable = [
    "MissingNull": "RFC 8017 §9.2 and appendix A.2.4: parameters of a SHA-2 hash are NULL"
  ]

  @Test("every valid case is accepted and every invalid one refused")
  func verdicts() throws {
    var wrong: [String] = []
    var counts = WycheproofCounts()
    for name in try OutsideVectors.names("wycheproof") where name.hasSuffix("_test.json") {
      let file = try OutsideVectors.object("wycheproof/\(name)")
      for group in try file.objects("testGroups") {
        guard let judge = try WycheproofJudge(group, algorithm: file["algorithm"]?.string) else {
          continue
        }
        counts.note(judge)
        for test in try group.objects("tests") {
          let isAccepted = judge.accepts(test)
          let isExpected = try Self.isExpected(test, judge)
          counts.note(isAccepted)
          if isAccepted != isExpected { wrong.append("\(name) \(try test.count("tcId"))") }
        }
      }
    }
    #expect(wrong == [])
    // So that a file that is missing or read as empty does not pass for a good one.
    #expect(counts.accepted >= 559)
    #expect(counts.refused >= 675)
    #expect(counts.kinds.isSuperset(of: ["P-256", "P-384", "Ed25519", "RSA", "HMAC"]))
  }

  @Test("every public key of the files is read the same from DER, PEM and JWK")
  func keys() throws {
    var count = 0
    for name in try OutsideVectors.names("wycheproof") where name.hasSuffix("_test.json") {
      let file = try OutsideVectors.object("wycheproof/\(name)")
      for group in try file.objects("testGroups") where group["publicKeyDer"] != nil {
        guard
          case .signatures(let verifier)? = try WycheproofJudge(
            group, algorithm: file["algorithm"]?.string)
        else { continue }
        let expected = try verifier.key.components()
        let der = try Self.onlyKey { () throws(KeyError) in
          try KeyLoader.der(verifier.der)
        }
        let pem = Array(try group.text("publicKeyPem").utf8)
        let loaded = try Self.onlyKey { () throws(KeyError) in try KeyLoader.pem(pem) }
        #expect(try der.components() == expected)
        #expect(try loaded.components() == expected)
        if let jwk = group["publicKeyJwk"] ?? group["keyJwk"] {
          let text = Array(jwk.sourceText.utf8)
          let key = try Self.onlyKey { () throws(KeyError) in try KeyLoader.jwks(text) }
          #expect(try key.components() == expected)
        }
        count += 1
      }
    }
    #expect(count >= 298)
  }

  private static func isExpected(_ test: JSONObject, _ judge: WycheproofJudge) throws -> Bool {
    guard judge.reasonToRefuseAll == nil else { return false }
    switch try test.text("result") {
    case "valid": return true
    case "invalid": return false
    case "acceptable":
      let flags = try needed(test["flags"]?.array, "flags").compactMap(\.string)
      _ = try needed(flags.first { refusedWhereAcceptable[$0] != nil }, "a choice for \(flags)")
      return false
    case let other: throw OutsideVectorError(missing: "a meaning of the result \(other)")
    }
  }

  private static func onlyKey(_ load: () throws(KeyError) -> LoadedKeys) throws -> PublicKey {
    let keys = try load().keys
    return try needed(keys.count == 1 ? keys[0].publicKey : nil, "one key")
  }
}

/// What was run.
private struct WycheproofCounts {
  var accepted = 0
  var refused = 0
  var kinds: Set<String> = []

  mutating func note(_ isAccepted: Bool) {
    accepted += isAccepted ? 1 : 0
    refused += isAccepted ? 0 : 1
  }

  mutating func note(_ judge: WycheproofJudge) {
    switch judge {
    case .tags: kinds.insert("HMAC")
    case .signatures(let verifier): kinds.insert(verifier.kindName)
    }
  }
}
