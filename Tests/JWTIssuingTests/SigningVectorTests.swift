import JWTIssuing
import Testing
import VectorSupport

@Suite("issuing/*.json")
struct SigningVectorTests {
  @Test("every key makes the header it should, or is refused with its code")
  func keys() throws {
    let vectors = try VectorFile("issuing/keys.json").vectors
    for vector in vectors {
      let name = try vector.text("name")
      let expected = try vector["expect"]?.string ?? vector.text("header")
      let found = try Self.headerOrCode(vector)
      #expect(found == expected, "\(name)")
    }
    #expect(vectors.count == 55)
  }

  /// The header of the token that is made, or the codes of the error.
  private static func headerOrCode(_ vector: JSONObject) throws -> String {
    let algorithm = try required(
      SignatureAlgorithm(named: vector.text("algorithm").utf8), "algorithm")
    let bytes =
      if let encoded = vector["keyBytes"]?.stringBytes {
        try Base64URL.decode(encoded.span)
      } else {
        Array(try vector.text("key").utf8)
      }
    do throws(SigningError) {
      let key = try SigningKey.detecting(
        bytes, for: algorithm, keyID: vector["keyID"]?.string,
        secretLength: vector["anyLength"]?.boolean == true ? .any("a test") : .atLeastHash)
      let token = try TokenSigner(key: key, algorithm: algorithm).sign([:])
      let header = Array(token.utf8.prefix { $0 != UInt8(ascii: ".") })
      return String(decoding: (try? Base64URL.decode(header.span)) ?? [], as: UTF8.self)
    } catch {
      return error.codes.joined(separator: " ")
    }
  }

  @Test("claims are signed byte for byte, or refused with their code")
  func payloads() throws {
    let signer = try TokenSigner(
      key: .secret([UInt8](repeating: 7, count: 32)), algorithm: .hs256)
    let vectors = try VectorFile("issuing/payloads.json").vectors
    for vector in vectors {
      let name = try vector.text("name")
      let text = try vector.text("payload")
      let expected = vector["expect"]?.string ?? text
      let found: String
      do throws(SigningError) {
        let payload = try signer.sign(payload: Array(text.utf8)).split(separator: ".")[1]
        found = String(
          decoding: (try? Base64URL.decode(payload.utf8.span)) ?? [], as: UTF8.self)
      } catch {
        found = error.codes.joined(separator: " ")
      }
      #expect(found.utf8.elementsEqual(expected.utf8), "\(name): \(found)")
    }
    #expect(vectors.count == 14)
  }

  @Test("each way of reading a key refuses what belongs to another")
  func forms() throws {
    let secret = [UInt8](repeating: 7, count: 32)
    let pem = Array(try required(SigningKey.generate(for: .es256).publicPEM(), "PEM").utf8)
    let jwk = Array(#"{"kty":"oct","k":"AAAA"}"#.utf8)
    let attempts: [(String, () throws(SigningError) -> SigningKey)] = [
      ("key.pem-as-secret", { () throws(SigningError) in try .secret(pem) }),
      ("key.jwk-as-secret", { () throws(SigningError) in try .secret(jwk) }),
      ("key.empty", { () throws(SigningError) in try .secret([]) }),
      ("pem.no-block", { () throws(SigningError) in try .pem(secret) }),
      ("key.malformed", { () throws(SigningError) in try .der(secret) }),
      ("json.unexpected-character", { () throws(SigningError) in try .jwk(secret) }),
      ("key.private-key-needed", { () throws(SigningError) in try .pem(pem) }),
    ]
    let found = attempts.map { _, attempt in
      do throws(SigningError) { return "made \(try attempt())" } catch { return "\(error)" }
    }
    #expect(found == attempts.map(\.0))
  }
}
