import Libcrypto
import Testing

/// HMAC comes in two ways, which differ only in where the states after the padded keys are kept; the
/// standard's own vectors are checked where algorithms are.
@Suite("HMAC")
struct MessageAuthenticatorTests {
  /// Lengths around everything that could matter: nothing, a digest, a block, more than a block.
  private static let lengths = [0, 1, 31, 32, 47, 48, 63, 64, 65, 127, 128, 129, 200, 1000]

  private static func bytes(_ count: Int, seed: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: ($0 &+ seed) &* 131 &+ $0 >> 3) }
  }

  @Test(
    "plain states and libcrypto's contexts give the same tags", arguments: HashFunction.allCases)
  func bothWays(_ hash: HashFunction) throws {
    var differences: [String] = []
    for keyCount in Self.lengths {
      let key = Self.bytes(keyCount, seed: 7)
      let plain = try MessageAuthenticator(key: key.span, hash: hash)
      let contexts = try MessageAuthenticator(key: key.span, hash: hash, usesPlainStates: false)
      for messageCount in Self.lengths {
        let message = Self.bytes(messageCount, seed: keyCount)
        let tag = try plain.tag(for: message.span)
        var spoiled = tag
        spoiled[messageCount % tag.count] ^= 0x40
        let isRight =
          try tag == contexts.tag(for: message.span)
          && contexts.isValid(tag: tag.span, message: message.span)
          && plain.isValid(tag: tag.span, message: message.span)
          && !plain.isValid(tag: spoiled.span, message: message.span)
          && !contexts.isValid(tag: spoiled.span, message: message.span)
          && !plain.isValid(tag: tag.span.extracting(..<16), message: message.span)
        if !isRight { differences.append("key of \(keyCount), message of \(messageCount)") }
      }
    }
    #expect(differences == [])
  }

  @Test("the tag of RFC 4231 test case 2 comes out both ways", arguments: [true, false])
  func knownTag(usesPlainStates: Bool) throws {
    let key = Array("Jefe".utf8)
    let authenticator = try MessageAuthenticator(
      key: key.span, hash: .sha256, usesPlainStates: usesPlainStates)
    let tag = try authenticator.tag(for: Array("what do ya want for nothing?".utf8).span)
    let hex = tag.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    #expect(hex == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }
}
