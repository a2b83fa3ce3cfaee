import Libcrypto
import Testing

@Suite("signatures")
struct SignatureTests {
  private static let message = Array("eyJhbGciOiJFUzI1NiJ9.e30".utf8)

  @Test("every scheme is there")
  func schemes() {
    #expect(KeyedScheme.all.count == 12)
    #expect(!LibcryptoInfo.versionText.isEmpty)
  }

  @Test("a signature is good for its message and its key only", arguments: KeyedScheme.all)
  func signing(_ keyed: KeyedScheme) throws {
    let verifier = try keyed.verifier()
    let otherVerifier = try SignatureVerifier(key: keyed.otherKey.publicKey, scheme: keyed.scheme)
    for count in [0, 1, 24, 63, 64, 65, 127, 128, 129, 100_000] {
      let message = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      let signature = try keyed.signature(for: message)
      let longer = message + [0]
      let verdicts = [
        verifier.isValid(signature: signature.span, message: message.span),
        verifier.isValid(signature: signature.span, message: longer.span),
        otherVerifier.isValid(signature: signature.span, message: message.span),
      ]
      #expect(verdicts == [true, false, false], "\(count) bytes")
    }
  }

  @Test("a signature with any bit of any byte changed is refused", arguments: KeyedScheme.all)
  func flippedBits(_ keyed: KeyedScheme) throws {
    let verifier = try keyed.verifier()
    var signature = try keyed.signature(for: Self.message)
    for place in signature.indices {
      let bit = UInt8(1) << UInt8(place & 7)
      signature[place] ^= bit
      if verifier.isValid(signature: signature.span, message: Self.message.span) {
        Issue.record("byte \(place)")
      }
      signature[place] ^= bit
    }
    let isWhole = verifier.isValid(signature: signature.span, message: Self.message.span)
    #expect(isWhole)
  }

  @Test("a message with any bit of any byte changed is refused", arguments: KeyedScheme.all)
  func changedMessage(_ keyed: KeyedScheme) throws {
    let verifier = try keyed.verifier()
    let signature = try keyed.signature(for: Self.message)
    var message = Self.message
    for place in message.indices {
      message[place] ^= 1
      if verifier.isValid(signature: signature.span, message: message.span) {
        Issue.record("byte \(place)")
      }
      message[place] ^= 1
    }
  }

  @Test("a signature of any other length is refused", arguments: KeyedScheme.all)
  func lengths(_ keyed: KeyedScheme) throws {
    let verifier = try keyed.verifier()
    let signature = try keyed.signature(for: Self.message)
    var others = [signature + [0], [0] + signature, signature + signature]
    for count in 0..<signature.count { others.append(Array(signature[..<count])) }
    others.append(Array(signature.dropFirst()))
    for other in others
    where verifier.isValid(signature: other.span, message: Self.message.span) {
      Issue.record("\(other.count) bytes")
    }
  }

  @Test(
    "an RSA signature without its leading zero octet is refused", arguments: ["RS256", "PS256"])
  func droppedZero(_ name: String) throws {
    let keyed = try #require(KeyedScheme.named(name))
    let signer = try Signer(key: keyed.key, scheme: keyed.scheme)
    let verifier = try keyed.verifier()
    // One signature in 256 begins with a zero.
    for number in 0..<10_000 {
      let message = Array("message \(number)".utf8)
      let signature = try signer.signature(for: message.span)
      guard signature[0] == 0 else { continue }
      let shortened = Array(signature.dropFirst())
      let padded = shortened + [0]
      let verdicts = [
        verifier.isValid(signature: signature.span, message: message.span),
        verifier.isValid(signature: shortened.span, message: message.span),
        verifier.isValid(signature: padded.span, message: message.span),
      ]
      #expect(verdicts == [true, false, false])
      return
    }
    Issue.record("no signature began with a zero")
  }

  @Test("a scheme takes the keys of its kind, curve and size, and no others")
  func fitting() throws {
    for keyed in KeyedScheme.all {
      for key in KeyedScheme.onePrivateKeyOfEachKind {
        let expected = key.kind == keyed.key.kind
        let verifier = try? SignatureVerifier(key: key.publicKey, scheme: keyed.scheme)
        let signer = try? Signer(key: key, scheme: keyed.scheme)
        if (verifier != nil) != expected || (signer != nil) != expected {
          Issue.record("\(keyed.name) with \(key.kind)")
        }
      }
    }
    // 1024 bits have no room for a salt and a digest of 64 bytes each.
    let modulus = [UInt8](repeating: 0xFF, count: 128)
    let small = try PublicKey.rsa(modulus: modulus.span, exponent: [1, 0, 1].span)
    #expect(throws: LibcryptoError.schemeDoesNotFitKey) {
      try SignatureVerifier(key: small, scheme: .rsaPSS(.sha512))
    }
  }

  @Test("signatures of the schemes that use chance differ, the others are the same each time")
  func chance() throws {
    for keyed in KeyedScheme.all {
      let first = try keyed.signature(for: Self.message)
      let second = try keyed.signature(for: Self.message)
      let usesChance =
        switch keyed.scheme {
        case .rsaPSS, .ecdsa: true
        case .rsaPKCS1, .edwards: false
        }
      #expect((first != second) == usesChance, "\(keyed.name)")
    }
  }
}
