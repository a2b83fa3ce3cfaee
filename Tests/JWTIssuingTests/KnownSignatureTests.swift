import JWTIssuing
import Testing
import VectorSupport

@Suite("rfc/signing.json")
struct KnownSignatureTests {
  @Test("where chance has no part in a signature, it is the one that the RFC has")
  func known() throws {
    let vectors = try VectorFile("rfc/signing.json").vectors
    for vector in vectors {
      let name = try vector.text("name")
      let algorithm = try required(
        SignatureAlgorithm(named: vector.text("algorithm").utf8), "algorithm")
      let key = try SigningKey.jwk(required(vector.document("key"), "key"))
      let token = try TokenSigner(key: key, algorithm: algorithm).signUnchecked(
        header: Array(vector.text("header").utf8), payload: Array(vector.text("payload").utf8))
      let expected = try vector.text("token")
      #expect(token == expected, "\(name)")
    }
    #expect(vectors.count == 3)
  }
}
