import Libcrypto
import Testing

@Suite("equality, chance and key output")
struct PrimitiveTests {
  @Test("bytes are equal in constant time exactly when they are equal")
  func equality() {
    for count in 0...40 {
      let bytes = (0..<count).map { UInt8($0) }
      let copy = bytes.map { $0 }
      let longer = bytes + [0]
      let verdicts = [
        equalInConstantTime(bytes.span, copy.span), equalInConstantTime(bytes.span, longer.span),
        equalInConstantTime(longer.span, bytes.span),
      ]
      #expect(verdicts == [true, false, false])
      for place in bytes.indices {
        for bit in 0..<8 {
          var other = bytes
          other[place] ^= 1 << UInt8(bit)
          if equalInConstantTime(bytes.span, other.span) {
            Issue.record("\(count) \(place) \(bit)")
          }
        }
      }
    }
  }

  @Test("a digest as a value is the digest, whatever the length of the message")
  func digests() throws {
    var wrong: [Int] = []
    for count in 0...300 {
      let message = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      let digest = try SHA256Digest(of: message.span)
      if try digest.bytes != Digest.bytes(.sha256, of: message.span) { wrong.append(count) }
    }
    #expect(wrong == [])
    let (a, b) = ([UInt8(1)], [UInt8(2)])
    #expect(try SHA256Digest(of: a.span) == SHA256Digest(of: a.span))
    #expect(try SHA256Digest(of: a.span) != SHA256Digest(of: b.span))
  }

  @Test("random bytes are as many as asked for, and others each time")
  func random() throws {
    for count in [0, 1, 16, 1000] { #expect(try SecureRandom.bytes(count: count).count == count) }
    var seen: Set<[UInt8]> = []
    for _ in 0..<1000 { seen.insert(try SecureRandom.bytes(count: 16)) }
    #expect(seen.count == 1000)
    // All 256 values turn up in 64 KiB, unless something is stuck.
    #expect(Set(try SecureRandom.bytes(count: 65_536)).count == 256)
    #expect(throws: LibcryptoError.self) { try SecureRandom.bytes(count: -1) }
  }

  @Test("a key that is written in DER is read as the same key")
  func derOutput() throws {
    for key in KeyedScheme.onePrivateKeyOfEachKind {
      let components = try key.publicKey.components()
      let spki = try key.publicKey.subjectPublicKeyInfoDER()
      let pkcs8 = try key.pkcs8DER()
      let publicAgain = try PublicKey.subjectPublicKeyInfo(der: spki.span)
      let privateAgain = try PrivateKey.pkcs8(der: pkcs8.span)
      #expect(try publicAgain.components() == components)
      #expect(try privateAgain.publicKey.components() == components)
      #expect(privateAgain.kind == key.kind)
      switch try DERKey.parse(spki.span) {
      case .publicKey(let parsed): #expect(try parsed.components() == components)
      case .privateKey: Issue.record("a public key read as a private one")
      }
      switch try DERKey.parse(pkcs8.span) {
      case .publicKey: Issue.record("a private key read as a public one")
      case .privateKey(let parsed): #expect(try parsed.publicKey.components() == components)
      }
    }
  }

  @Test("signing in one form of a key is verified in the other")
  func acrossForms() throws {
    let message = Array("message".utf8)
    for keyed in KeyedScheme.all {
      let pkcs8 = try keyed.key.pkcs8DER()
      let spki = try keyed.key.publicKey.subjectPublicKeyInfoDER()
      let signer = try Signer(key: .pkcs8(der: pkcs8.span), scheme: keyed.scheme)
      let verifier = try SignatureVerifier(
        key: .subjectPublicKeyInfo(der: spki.span), scheme: keyed.scheme)
      let signature = try signer.signature(for: message.span)
      let isGood = verifier.isValid(signature: signature.span, message: message.span)
      #expect(isGood, "\(keyed.name)")
    }
  }

  @Test("RSA sizes that libcrypto does not make are an error")
  func generation() {
    #expect(throws: LibcryptoError.self) { try PrivateKey.generate(.rsa(bits: 3)) }
    #expect(throws: LibcryptoError.self) { try PrivateKey.generate(.rsa(bits: -1)) }
  }
}
