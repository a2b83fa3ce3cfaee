import JOSE
import JWTIssuing
import StrictCoding
import StrictDocuments
import Testing
import VectorSupport

@testable import TokenService

@Suite("the configuration")
struct ConfigurationTests {
  @Test("what is wrong is said with its place", arguments: try Vector.all)
  func faults(vector: Vector) throws {
    let text = try required(vector.object.document("configuration"), "configuration")
    guard let pointer = vector.object["pointer"]?.string else {
      _ = try TokenService(ServiceConfiguration(json: text), keys: [ServiceVector.secret])
      return
    }
    do {
      _ = try ServiceConfiguration(json: text)
      Issue.record("accepted")
    } catch {
      #expect(error.pointer.description == pointer)
      if let fault = vector.object["fault"]?.string { #expect(error.description == fault) }
      #expect(error.offset >= 0 && error.offset < text.count)
    }
  }

  @Test("a key that cannot sign with its algorithm stops the start")
  func keys() throws {
    let text = try required(Vector.all.first?.object.document("configuration"), "configuration")
    let configuration = try ServiceConfiguration(json: text)
    for (bytes, codes) in [
      ([UInt8](repeating: 1, count: 31), ["key.hmac-too-short"]), ([], ["key.empty"]),
    ] {
      let error = #expect(throws: DocumentFault.self) {
        try TokenService(configuration, keys: [bytes])
      }
      #expect(error?.reason == .unusableKey(codes: codes))
      #expect(error?.pointer.description == "/signing/keys/0/environment")
    }
  }

  @Test("a key that a reload drops stays published until its tokens have expired")
  func rotation() throws {
    let now = NumericDate(seconds: 1_700_000_000)
    let keys = try ["k1", "k2"].map { try SigningKey.generate(for: .es256, keyID: $0) }
    let services = try keys.map { key in
      let id = try required(key.keyID, "kid")
      let pem = try required(key.revealedPrivatePEM(), "PEM")
      let hash = try required(SecretHash.make(of: SecretBytes("s".utf8)), "hash").text
      let text = """
        {"accounts": [{"name": "a", "apiKey": "\(hash)", "authTokens": ["\(hash)"]}],
         "signing": {"algorithm": "ES256", "current": "\(id)",
          "keys": [{"id": "\(id)", "file": "x"}]}}
        """
      return try TokenService(
        ServiceConfiguration(json: Array(text.utf8)), keys: [pem.withSpan { $0.copied() }])
    }
    let reloaded = services[1].succeeding(services[0], at: now)
    // 48 hours and the five minutes for which verifiers may keep the set.
    for (seconds, expected) in [
      (Int64(0), ["k2", "k1"]), (173_099, ["k2", "k1"]), (173_100, ["k2"]),
    ] {
      let answer = reloaded.answer(
        .init(method: "GET", target: "/.well-known/jwks.json"),
        at: now.advanced(bySeconds: seconds))
      let set = try required(JSONValue.parse(answer.response.body).object, "set")
      let list = try required(set["keys"]?.array, "keys").compactMap(\.object)
      #expect(list.map { $0["kid"]?.string } == expected)
      #expect(list.allSatisfy { $0["d"] == nil && $0["k"] == nil && $0["x"] != nil })
    }
  }

  @Test("the limits that differ are named, whether they are said or left out")
  func limits() throws {
    let limits = try [
      "{}", #"{"bodyBytes": 500}"#, #"{"bodyBytes": 501, "connections": 3, "drainSeconds": 0}"#,
    ].map { text in
      let policy = #"{"gateway": {"policy": "p"}, "limits": \#(text)}"#
      return try ServiceConfiguration(json: Array(policy.utf8)).limits
    }
    #expect(limits[1].names(unlike: limits[1]) == [])
    #expect(limits[1].names(unlike: limits[0]) == ["bodyBytes"])
    #expect(
      limits[0].names(unlike: limits[2]) == ["connections", "bodyBytes", "drainSeconds"])
  }

  @Test("a hash recognizes its secret and nothing else, and prints nothing")
  func hashes() throws {
    let hash = try required(SecretHash.make(of: SecretBytes("secret".utf8)), "hash")
    let read = try required(SecretHash(hash.text), "hash")
    #expect(read.matches(Array("secret".utf8)))
    #expect(!read.matches(Array("Secret".utf8)) && !read.matches([]))
    let other = try required(SecretHash.make(of: SecretBytes("secret".utf8)), "hash")
    #expect(other.text != hash.text, "every hash has a salt of its own")
    #expect("\(hash)" == "<secret hash>")
  }

  struct Vector: CustomTestStringConvertible {
    let object: JSONObject
    var testDescription: String { object["name"]?.string ?? "" }

    static var all: [Vector] {
      get throws {
        try VectorFile("service/configurations.json").namedVectors.map { Vector(object: $0) }
      }
    }
  }
}
