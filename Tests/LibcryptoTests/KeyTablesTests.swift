import Foundation
import Testing

@testable import Libcrypto

/// Tables may only ever say what the usual way says.
@Suite("tables for keys that are used often")
struct KeyTablesTests {
  /// `JWTCHECK_SLOW=1` compares 100 000 signatures and more instead of some hundred.
  private static let isSlow = ProcessInfo.processInfo.environment["JWTCHECK_SLOW"] == "1"

  private static let schemes: [(WeierstrassCurve, HashFunction)] = [
    (.p256, .sha256), (.p384, .sha384),
  ]

  private static func tables(_ key: PublicKey) throws -> KeyTables? {
    guard case .ec(let curve, let x, let y) = try key.components() else { return nil }
    return KeyTables(curve, x: x, y: y)
  }

  /// A good signature, and what an attacker or a broken line would make of it.
  private static func variants(_ signature: [UInt8], _ round: Int) -> [[UInt8]] {
    let half = signature.count / 2
    var flippedR = signature
    flippedR[round % half] ^= 1 << UInt8(round % 8)
    var flippedS = signature
    flippedS[half + round % half] ^= 1 << UInt8(round % 8)
    let zeros = [UInt8](repeating: 0, count: half)
    let ones = [UInt8](repeating: 0xFF, count: half)
    let r = Array(signature[..<half])
    let s = Array(signature[half...])
    var result: [[UInt8]] = [signature, flippedR, flippedS, s + r]
    // What is out of range is out of range for every key.
    if round % 100 == 0 {
      result += [zeros + s, r + zeros, zeros + zeros, ones + s, r + ones, ones + ones, r + r]
    }
    return result
  }

  @Test("they say of good and spoiled signatures what libcrypto says", arguments: schemes)
  func comparison(_ curve: WeierstrassCurve, _ hash: HashFunction) throws {
    let keyCount = Self.isSlow ? 25 : 1
    let signatureCount = Self.isSlow ? (curve == .p256 ? 800 : 250) : 20
    var differences: [String] = []
    var accepted = 0
    for keyNumber in 0..<keyCount {
      let key = try PrivateKey.generate(.ec(curve))
      let scheme = SignatureScheme.ecdsa(curve, hash)
      let signer = try Signer(key: key, scheme: scheme)
      let verifier = try SignatureVerifier(
        key: key.publicKey, scheme: scheme, tableThreshold: .max)
      let tables = try #require(try Self.tables(key.publicKey))
      for round in 0..<signatureCount {
        let message = try SecureRandom.bytes(count: round % 200)
        let digest = try Digest.bytes(hash, of: message.span)
        let other = try Digest.bytes(hash, of: digest.span)
        for signature in Self.variants(try signer.signature(for: message.span), round) {
          let expected = verifier.isValid(signature: signature.span, message: message.span)
          let found = tables.isValid(signature: signature.span, digest: digest)
          let foundOther = tables.isValid(signature: signature.span, digest: other)
          accepted += found ? 1 : 0
          if found != expected || foundOther {
            differences.append("key \(keyNumber), round \(round): \(signature)")
          }
        }
      }
    }
    #expect(differences == [])
    #expect(accepted == keyCount * signatureCount)
  }

  @Test("a verifier answers the same before, while and after it makes them", arguments: schemes)
  func switching(_ curve: WeierstrassCurve, _ hash: HashFunction) async throws {
    let key = try PrivateKey.generate(.ec(curve))
    let scheme = SignatureScheme.ecdsa(curve, hash)
    let signer = try Signer(key: key, scheme: scheme)
    let verifier = try SignatureVerifier(key: key.publicKey, scheme: scheme, tableThreshold: 40)
    let message = Array("the same for all".utf8)
    let good = try signer.signature(for: message.span)
    var bad = good
    bad[3] ^= 1
    let spoiled = bad
    let wrong = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          (0..<25).count { _ in
            !verifier.isValid(signature: good.span, message: message.span)
              || verifier.isValid(signature: spoiled.span, message: message.span)
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  @Test("none are made of a point that is not on its curve, nor for curves without fast arithmetic")
  func refusals() throws {
    let zeros = [UInt8](repeating: 0, count: 48)
    #expect(KeyTables(.p256, x: Array(zeros[..<32]), y: Array(zeros[..<32])) == nil)
    #expect(KeyTables(.p384, x: zeros, y: zeros) == nil)
    for curve in [WeierstrassCurve.p521, .secp256k1] {
      #expect(try Self.tables(PrivateKey.generate(.ec(curve)).publicKey) == nil)
    }
  }
}
