import Foundation
import JOSEKeys
import StrictCoding
import Testing

@testable import Libcrypto

/// ECDSA by tables, on every case of Wycheproof's files with signatures as JWS writes them.
@Suite(
  "Wycheproof ECDSA by tables",
  .enabled(if: vectorFolder != nil, "JWTCHECK_VECTORS is not set"),
  .enabled(
    if: ProcessInfo.processInfo.environment["JWTCHECK_SLOW"] == "1", "JWTCHECK_SLOW is not 1"))
struct WycheproofTableTests {
  @Test("tables accept what is valid and refuse what is not")
  func verdicts() throws {
    var wrong: [String] = []
    var count = 0
    for (name, hash) in [
      ("ecdsa_secp256r1_sha256_p1363_test.json", HashFunction.sha256),
      ("ecdsa_secp384r1_sha384_p1363_test.json", HashFunction.sha384),
    ] {
      let file = try OutsideVectors.object("wycheproof/\(name)")
      for group in try file.objects("testGroups") {
        let tables = try Self.tables(try group.hex("publicKeyDer"))
        for test in try group.objects("tests") {
          let message = try test.hex("msg")
          let signature = try test.hex("sig")
          let digest = try Digest.bytes(hash, of: message.span)
          let isAccepted = tables.isValid(signature: signature.span, digest: digest)
          let isExpected = try test.text("result") == "valid"
          if isAccepted != isExpected { wrong.append("\(name) \(try test.count("tcId"))") }
          count += 1
        }
      }
    }
    #expect(wrong == [])
    #expect(count >= 500)
  }

  private static func tables(_ der: [UInt8]) throws -> KeyTables {
    let key = try needed(try KeyLoader.der(der).keys.first?.publicKey, "a key")
    switch try key.components() {
    case .ec(let curve, let x, let y): return try needed(KeyTables(curve, x: x, y: y), "tables")
    default: throw OutsideVectorError(missing: "a point")
    }
  }
}
