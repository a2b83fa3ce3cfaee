import JOSE
import StrictCoding
import Testing
import VectorSupport

@Suite("JWK")
struct JWKTests {
  @Test("every key is read as what it is, or refused for its first broken rule")
  func vectors() throws {
    let vectors = try VectorFile("jose/jwk.json").namedVectors
    for vector in vectors {
      let name = try vector.text("name")
      let (key, error) = Self.read(try required(vector["key"]?.object, "key"))
      #expect(error?.code == vector["expect"]?.string, "\(name)")
      #expect(key?.isPrivate == vector["private"]?.boolean, "\(name)")
      #expect(key?.keyID == vector["kid"]?.string, "\(name)")
      #expect(key?.algorithm?.name == vector["alg"]?.string, "\(name)")
      if let member = vector["member"]?.string {
        #expect(error.flatMap(Self.member) == member, "\(name)")
      }
    }
    #expect(
      vectors.expectedCodes == [
        "jwk.duplicate-key-op", "jwk.encoding", "jwk.inconsistent", "jwk.missing-member",
        "jwk.private-part-unusable", "jwk.unknown-alg", "jwk.unknown-crv", "jwk.unknown-kty",
        "jwk.wrong-key-ops", "jwk.wrong-length", "jwk.wrong-type", "jwk.wrong-use",
      ])
  }

  @Test("every set gives its usable keys in order and lists the others; one bad key spoils none")
  func sets() throws {
    let vectors = try VectorFile("jose/jwks.json").namedVectors
    for vector in vectors {
      let name = try vector.text("name")
      var set: JWKSet?
      var code: String?
      do throws(JWKError) {
        set = try JWKSet(Array((vector["text"]?.string ?? "").utf8))
      } catch {
        code = error.code
      }
      #expect(code == vector["expect"]?.string, "\(name)")
      #expect(set?.keys.map(\.keyID) == vector["keys"]?.array?.map(\.string), "\(name)")
      let skipped = set?.skipped.map { "\($0.index) \($0.keyID ?? "-") \($0.reason.code)" }
      let expected = vector["skipped"]?.array?.map {
        let row = $0.object
        return
          "\(row?["index"]?.sourceText ?? "") \(row?["kid"]?.string ?? "-") \(row?["code"]?.string ?? "")"
      }
      #expect(skipped == expected, "\(name)")
    }
    #expect(
      vectors.expectedCodes == [
        "jwk.missing-member", "jwk.not-a-key", "jwk.unknown-kty", "jwk.wrong-type",
        "json.duplicate-member", "json.empty", "json.unexpected-end",
      ])
  }

  @Test("neither a key nor an error shows a number of the key")
  func printing() throws {
    for vector in try VectorFile("jose/jwk.json").namedVectors {
      let members = try required(vector["key"]?.object, "key")
      let (key, error) = Self.read(members)
      var shown = "\(String(describing: key)) \(String(describing: error))"
      dump(key, to: &shown)
      dump(error, to: &shown)
      for name in ["x", "y", "n", "d", "k", "p", "q", "dp", "dq", "qi"] {
        guard let value = members[name]?.string, value.utf8.count > 8 else { continue }
        if shown.contains(value) { Issue.record("\(try vector.text("name")): \(name)") }
      }
    }
  }

  private static func read(_ members: JSONObject) -> (JWK?, JWKError?) {
    do throws(JWKError) {
      return (try JWK(members), nil)
    } catch {
      return (nil, error)
    }
  }

  private static func member(_ error: JWKError) -> String? {
    switch error {
    case .missingMember(let member), .wrongType(let member, _), .encoding(let member, _),
      .wrongLength(let member, _, _), .inconsistent(let member, _),
      .privatePartUnusable(let member):
      member
    default: nil
    }
  }
}
