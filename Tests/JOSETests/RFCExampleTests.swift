import JWTValidation
import StrictCoding
import Testing
import VectorSupport

/// The examples of RFC 7515, 7519, 7797 and 8037.
@Suite("rfc/jws.json")
struct RFCExampleTests {
  @Test("every example is accepted with its payload, or refused with its code")
  func examples() throws {
    let vectors = try VectorFile("rfc/jws.json").vectors
    for vector in vectors {
      let name = try vector.text("name")
      let outcome = try Self.outcome(vector, token: vector.text("token"))
      #expect(outcome == vector["expect"]?.string ?? "payload as expected", "\(name)")
    }
    #expect(vectors.count >= 11)
  }

  @Test("no example is accepted with any character of its signature changed")
  func changedSignatures() throws {
    var count = 0
    for vector in try VectorFile("rfc/jws.json").vectors where vector["expect"]?.isNull == true {
      let name = try vector.text("name")
      var accepted: [Int] = []
      var token = Array(try vector.text("token").utf8)
      let lastDot = try required(token.lastIndex(of: UInt8(ascii: ".")), "a dot")
      for index in token.indices where index > lastDot {
        let original = token[index]
        token[index] = original == UInt8(ascii: "A") ? UInt8(ascii: "E") : UInt8(ascii: "A")
        let text = String(decoding: token, as: UTF8.self)
        if try Self.outcome(vector, token: text) == "payload as expected" { accepted.append(index) }
        token[index] = original
        count += 1
      }
      #expect(accepted == [], "\(name)")
    }
    #expect(count > 700)
  }

  /// The code of the failure, or what became of the payload.
  private static func outcome(_ vector: JSONObject, token: String) throws -> String {
    let algorithms = try vector.texts("algorithms").map {
      try required(SignatureAlgorithm(named: $0.utf8), "algorithm")
    }
    let keys = try VerificationKeys.jwks(required(vector.document("key"), "key"))
    let verifier = try JWSVerifier(keys: keys, algorithms: algorithms)
    let payload = Array(try vector.text("payload").utf8)
    do throws(VerificationFailure) {
      let verified =
        vector["detached"]?.boolean == true
        ? try verifier.verify(Array(token.utf8), detachedPayload: payload)
        : try verifier.verify(token)
      return verified.payload == payload ? "payload as expected" : "another payload"
    } catch {
      return error.codes.joined(separator: " ")
    }
  }
}
