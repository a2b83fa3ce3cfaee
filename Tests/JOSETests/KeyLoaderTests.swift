import JOSE
import JOSEKeys
import Libcrypto
import StrictCoding
import Testing
import VectorSupport

@Suite("reading keys")
struct KeyLoaderTests {
  @Test("every form of a key gives the same key: PEM, the DER inside it, JWK and JWK Set")
  func forms() throws {
    var count = 0
    for vector in try VectorFile("keys/keys.json").namedVectors {
      let jwk = try required(vector["jwk"]?.object, "jwk")
      let expected = try Self.onlyKey(.init { try KeyLoader.jwks(Array(jwk.description.utf8)) })
      let numbers = try expected.publicKey?.components()
      let set = Array("{\"keys\":[\(jwk.description)]}".utf8)
      var found = [("JWK Set", try Self.onlyKey(.init { try KeyLoader.jwks(set) }))]
      for isPrivate in [false, true] {
        for file in try vector.texts(isPrivate ? "private" : "public") {
          let pem = try VectorFile("keys/\(file)").bytes
          let key = try Self.onlyKey(.init { try KeyLoader.pem(pem) })
          let written = pem.flatMap { $0 == 0x0A ? Array("\\n".utf8) : [$0] }
          let block = try required(
            PEMBlock.parse(pem).last { $0.label != "EC PARAMETERS" }, "a block")
          let der = block.der.withSpan { $0.copied() }
          found.append((file, key))
          found.append(
            (
              "\(file), line ends written out",
              try Self.onlyKey(.init { try KeyLoader.pem(written) })
            ))
          found.append(("\(file), DER", try Self.onlyKey(.init { try KeyLoader.der(der) })))
          if Self.isPrivate(key) != isPrivate { Issue.record("\(file): private or not") }
        }
      }
      for (place, key) in found {
        count += 1
        let found = try key.publicKey?.components()
        let isSame = key.type == expected.type && key.curve == expected.curve
        if !isSame || found == nil || found != numbers { Issue.record("\(place)") }
      }
      #expect(Self.isPrivate(expected))
    }
    #expect(count == 7 + 3 * 35)
  }

  @Test("whatever form a key has, it is recognised")
  func recognition() throws {
    for vector in try VectorFile("keys/keys.json").namedVectors {
      let jwk = try required(vector["jwk"]?.object, "jwk")
      let pem = try VectorFile("keys/\(vector.texts("public")[0])").bytes
      let der = try required(PEMBlock.parse(pem).first, "a block").der.withSpan { $0.copied() }
      for bytes in [Array(jwk.description.utf8), Array("\n \(jwk.description)".utf8), pem, der] {
        let key = try Self.onlyKey(.init { try KeyLoader.load(bytes, acceptsSecret: false) })
        #expect(key.publicKey != nil)
      }
    }
    let secret = Array("a secret of its own".utf8)
    let key = try Self.onlyKey(.init { try KeyLoader.load(secret, acceptsSecret: true) })
    #expect(key.type == .oct)
  }

  @Test("every bad key is refused with its code")
  func refused() throws {
    let vectors = try VectorFile("keys/refused.json").namedVectors
    for vector in vectors {
      let name = try vector.text("name")
      let bytes = try vector.input()
      let how = try vector.text("how")
      var code = "read"
      do throws(KeyError) {
        switch how {
        case "load": _ = try KeyLoader.load(bytes, acceptsSecret: false)
        case "loadSecret": _ = try KeyLoader.load(bytes, acceptsSecret: true)
        case "secret": _ = try KeyLoader.secret(bytes)
        default: code = "an unknown way to read a key: \(how)"
        }
      } catch {
        code = error.code
      }
      #expect(code == vector["expect"]?.string, "\(name)")
    }
    #expect(
      vectors.expectedCodes == [
        "json.byte-order-mark", "json.unexpected-end", "jwk.missing-member", "jwk.not-a-key",
        "key.bad-exponent", "key.der-as-secret",
        "key.empty", "key.encrypted", "key.hmac-too-short", "key.inconsistent",
        "key.jwk-as-secret", "key.malformed", "key.not-on-curve", "key.pem-as-secret",
        "key.rsa-too-large", "key.rsa-too-small", "key.trailing-data", "key.unrecognized",
        "key.unsupported-curve", "key.unsupported-type", "pem.unterminated",
      ])
  }

  @Test("a key cut short anywhere is refused, as is one with a byte behind it")
  func damage() throws {
    for file in ["p256.spki.pem", "p256.sec1.pem", "ed25519.pkcs8.pem", "rsa-2048.spki.pem"] {
      let pem = try VectorFile("keys/\(file)").bytes
      let der = try required(PEMBlock.parse(pem).first, "a block").der.withSpan { $0.copied() }
      for count in der.indices where (try? KeyLoader.der(Array(der[..<count]))) != nil {
        Issue.record("\(file): \(count) bytes")
      }
      #expect(throws: KeyError.trailingData(count: 2)) { try KeyLoader.der(der + [0, 0]) }
    }
  }

  @Test("a set keeps its good keys when another cannot be used, and says which and why")
  func skippedKeys() throws {
    let keys = try VectorFile("keys/keys.json").namedVectors.map {
      try required($0["jwk"], "jwk").sourceText
    }
    let weak = #"{"kty":"oct","alg":"HS256","k":"AAAA","kid":"weak"}"#
    let other = #"{"kty":"AKP","kid":"new"}"#
    let x = try VectorFile("keys/keys.json").vectors[1].object("jwk").text("x")
    let beside = #"{"kty":"EC","crv":"P-256","kid":"beside","x":"\#(x)","y":"\#(x)"}"#
    let text = "{\"keys\":[\(other),\(keys[1]),\(weak),\(keys[5]),\(beside)]}"
    let loaded = try KeyLoader.jwks(Array(text.utf8))
    #expect(loaded.keys.map(\.curve) == [.p256, .ed25519])
    let skipped = loaded.skipped.map { "\($0.index) \($0.keyID ?? "-") \($0.reason.code)" }
    #expect(
      skipped == [
        "0 new jwk.unknown-kty", "2 weak key.hmac-too-short", "4 beside key.not-on-curve",
      ])
    #expect(throws: KeyError.self) { try KeyLoader.jwks(Array(weak.utf8)) }
  }

  @Test("the certificates below the first are passed over, further keys are not")
  func severalBlocks() throws {
    let first = try VectorFile("keys/p256.certificate.pem").bytes
    let second = try VectorFile("keys/p384.certificate.pem").bytes
    #expect(try KeyLoader.pem(first + second).keys.map(\.curve) == [.p256])
    let key = try VectorFile("keys/ed25519.spki.pem").bytes
    #expect(try KeyLoader.pem(key + first).keys.map(\.curve) == [.ed25519])
    #expect(try KeyLoader.pem(first + key).keys.map(\.curve) == [.p256, .ed25519])
  }

  private static func isPrivate(_ key: LoadedKey) -> Bool {
    if case .privateKey = key.material { true } else { false }
  }

  private static func onlyKey(_ result: Result<LoadedKeys, any Error>) throws -> LoadedKey {
    let keys = try result.get().keys
    return try required(keys.count == 1 ? keys[0] : nil, "one key")
  }
}

extension Result where Failure == any Error {
  fileprivate init(_ body: () throws -> Success) { self = Result(catching: body) }
}
