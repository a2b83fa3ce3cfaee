import JOSE
import JOSEKeys
import StrictCoding
import Testing
import VectorSupport

@Suite("rfc/thumbprints.json")
struct ThumbprintTests {
  @Test("every key has the thumbprint of the table, made of the canonical text of the table")
  func vectors() throws {
    let vectors = try VectorFile("rfc/thumbprints.json").vectors
    for vector in vectors {
      let name = try vector.text("name")
      let key = try JWK(required(vector["key"]?.object, "key"))
      let hash: SignatureAlgorithm.Hash =
        switch try vector.text("hash") {
        case "SHA-256": .sha256
        case "SHA-384": .sha384
        case "SHA-512": .sha512
        case let other: throw VectorError(missing: "a hash for \(other)")
        }
      let input = key.thumbprintInput.withSpan { $0.copied() }
      let thumbprint = try key.thumbprint(hash: hash)
      #expect(try String(decoding: input, as: UTF8.self) == vector.text("input"), "\(name)")
      #expect(try thumbprint == vector.text("thumbprint"), "\(name)")
    }
    #expect(vectors.count >= 8)
  }
}
