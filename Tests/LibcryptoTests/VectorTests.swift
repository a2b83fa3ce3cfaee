import Libcrypto
import StrictCoding
import Testing
import VectorSupport

@Suite("libcrypto vectors")
struct LibcryptoVectorTests {
  @Test("every HMAC tag is that of the table, and none but the whole tag is accepted")
  func hmac() throws {
    let vectors = try VectorFile("libcrypto/hmac.json").namedVectors
    for vector in vectors {
      let name = try vector.text("name")
      let message = try vector.hex("message")
      let key = try vector.hex("key")
      let authenticator = try MessageAuthenticator(key: key.span, hash: Self.hash(vector))
      let tag = try vector.hex("tag")
      #expect(try authenticator.tag(for: message.span) == tag, "\(name)")
      var others = tag.indices.map { Array(tag[..<$0]) } + [tag + [0], [0] + tag]
      for place in tag.indices {
        var changed = tag
        changed[place] ^= 1 << UInt8(place & 7)
        others.append(changed)
      }
      for other in others where authenticator.isValid(tag: other.span, message: message.span) {
        Issue.record("\(name): \(other)")
      }
      let longer = message + [0]
      let isGood = authenticator.isValid(tag: tag.span, message: message.span)
      let isGoodForMore = authenticator.isValid(tag: tag.span, message: longer.span)
      #expect(isGood && !isGoodForMore, "\(name)")
    }
    #expect(vectors.count == 45)
  }

  @Test("every digest is that of the table")
  func digests() throws {
    let vectors = try VectorFile("libcrypto/digests.json").namedVectors
    for vector in vectors {
      let name = try vector.text("name")
      let message = try vector.hex("message")
      let digest = try Digest.bytes(Self.hash(vector), of: message.span)
      #expect(try digest == vector.hex("digest"), "\(name)")
    }
    #expect(vectors.count == 24)
  }

  @Test("every EdDSA signature is that of the table")
  func edwards() throws {
    let vectors = try VectorFile("libcrypto/edwards.json").namedVectors
    for vector in vectors {
      let curve = try Self.curve(vector)
      let seed = try vector.hex("seed")
      let publicBytes = try vector.hex("public")
      let message = try vector.hex("message")
      let key = try PrivateKey.edwards(curve, seed: seed.span, publicBytes: publicBytes.span)
      let signer = try Signer(key: key, scheme: .edwards(curve))
      #expect(try signer.signature(for: message.span) == vector.hex("signature"))
      var otherSeed = seed
      otherSeed[0] ^= 1
      #expect(throws: KeyImportError.inconsistent) {
        try PrivateKey.edwards(curve, seed: otherSeed.span, publicBytes: publicBytes.span)
      }
    }
    #expect(vectors.count == 3)
  }

  @Test("bytes are a key of an Edwards curve exactly when they are the encoding of a point")
  func points() throws {
    let vectors = try VectorFile("libcrypto/points.json").namedVectors
    var counts = [false: 0, true: 0]
    for vector in vectors {
      let curve = try Self.curve(vector)
      let bytes = try vector.hex("point")
      let error = Self.error(curve, bytes)
      let isPoint = try required(vector["isPoint"]?.boolean, "isPoint")
      counts[isPoint, default: 0] += 1
      let name = try vector.text("name")
      #expect(error == (isPoint ? nil : .notOnCurve), "\(name)")
    }
    #expect(counts.values.allSatisfy { $0 >= 15 })
  }

  private static func error(_ curve: EdwardsCurve, _ bytes: [UInt8]) -> KeyImportError? {
    do throws(KeyImportError) {
      _ = try PublicKey.edwards(curve, bytes: bytes.span)
      return nil
    } catch {
      return error
    }
  }

  private static func hash(_ vector: JSONObject) throws -> HashFunction {
    switch try vector.text("hash") {
    case "SHA-256": .sha256
    case "SHA-384": .sha384
    case "SHA-512": .sha512
    case let other: throw VectorError(missing: "a hash for \(other)")
    }
  }

  private static func curve(_ vector: JSONObject) throws -> EdwardsCurve {
    switch try vector.text("curve") {
    case "Ed25519": .ed25519
    case "Ed448": .ed448
    case let other: throw VectorError(missing: "a curve for \(other)")
    }
  }
}
