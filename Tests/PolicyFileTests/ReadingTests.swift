import JWTIssuing
import JWTValidation
import PolicyFile
import Testing

@Suite("what a policy file says")
struct ReadingTests {
  private static let now = NumericDate(seconds: 1_767_225_600)

  private static let full = """
    {
      "version": 1,
      "description": "orders",
      "issuer": ["https://id.example", "https://id2.example"],
      "audience": "orders-api",
      "algorithms": ["ES256", "ES384"],
      "keys": [{"file": "a.pem", "kid": "a"}, {"env": "KEY", "shortSecret": "old"}],
      "expiration": {"notRequired": "service tokens"},
      "lifetime": 3600,
      "maxAge": 60,
      "leeway": {"seconds": 900, "because": "no clock"},
      "subject": "user-1",
      "typ": "at+jwt",
      "required": ["jti"],
      "claims": {"/a/b": {"equals": 1, "contains": ["x", true]}, "/scope": {"containsWord": "r"}},
      "request": {
        "claims": {"userId": "/sub"}, "leeway": 5, "signature": {"notRequired": "no key"}
      }
    }
    """

  @Test("every member arrives where a verifier looks for it")
  func members() throws {
    let file = try PolicyFile(json: Array(Self.full.utf8))
    #expect(file.summary == "orders" && !file.hasIssuers && file.entries.count == 1)
    let entry = file.entries[0]
    let policy = entry.policy
    #expect(policy.algorithms == [.es256, .es384])
    #expect(policy.issuer == .oneOf(["https://id.example", "https://id2.example"]))
    #expect(policy.audience == .containing("orders-api"))
    #expect(policy.expiration == .notRequired("service tokens"))
    #expect(policy.lifetime == .atMost(.seconds(3600)) && policy.maximumAge == .seconds(60))
    #expect(policy.leeway == .seconds(900))
    #expect(policy.subject == "user-1" && policy.type == .exactly("at+jwt"))
    #expect(policy.requiredClaims == ["jti"])
    let inside = JSONPointer(members: ["a", "b"])
    #expect(
      policy.claimRules == [
        ClaimRule(inside, .equals(1)), ClaimRule(inside, .contains("x")),
        ClaimRule(inside, .contains(true)),
        ClaimRule(JSONPointer(members: ["scope"]), .containsWord("r")),
      ])
    #expect(entry.request.locations[.userId] == [JSONPointer(members: ["sub"])])
    #expect(entry.request.leeway == .seconds(5) && !entry.request.requiresSignature)
  }

  @Test("every weakening is kept with its reason and its line")
  func waivers() throws {
    let entry = try PolicyFile(json: Array(Self.full.utf8)).entries[0]
    let told = entry.waivers.map { "\($0.subject) \($0.reason) \($0.place.line)" }
    #expect(
      told == [
        "expiration service tokens 8", "leeway no clock 11", "shortSecret old 7",
        "requestSignature no key 17",
      ])
    #expect(entry.waiver(for: .leeway)?.place.pointer.description == "/leeway")
    #expect(entry.waiver(for: .audience) == nil)
  }

  @Test("each check knows the line that asks for it")
  func places() throws {
    let entry = try PolicyFile(json: Array(Self.full.utf8)).entries[0]
    let lines = Check.Name.allCases.map { entry.place(of: $0)?.line ?? 0 }
    #expect(lines == [0, 0, 6, 7, 7, 0, 13, 8, 11, 11, 10, 9, 4, 5, 12, 0, 14, 15])
  }

  @Test("one policy can be had without its keys, several cannot")
  func single() throws {
    #expect(try ValidationPolicy(json: Array(Self.full.utf8)).subject == "user-1")
    let entry = #"{"issuer":"%","audience":"a","algorithms":["ES256"]}"#
    func list(_ names: String...) -> [UInt8] {
      let entries = names.map { entry.replacing("%", with: $0) }.joined(separator: ",")
      return Array("{\"version\":1,\"issuers\":[\(entries)]}".utf8)
    }
    #expect(try ValidationPolicy(json: list("x")).issuer == .exactly("x"))
    let error = #expect(throws: PolicyFileError.self) {
      try ValidationPolicy(json: list("x", "y"))
    }
    #expect(error?.code == "policy.several-issuers")
  }

  @Test("keys are fetched by the caller, and each issuer's tokens are verified with its own")
  func verifier() throws {
    let keys = [try SigningKey.generate(for: .es256), try SigningKey.generate(for: .es256)]
    let jwk = try #require(try keys[1].publicJWK()).encoded()
    let text = """
      {"version": 1, "issuers": [
        {"issuer": "a", "audience": "api", "algorithms": ["ES256"],
         "keys": [{"file": "a.pem", "kid": "k"}]},
        {"issuer": "b", "audience": "api", "algorithms": ["ES256"],
         "keys": [{"jwk": \(String(decoding: jwk, as: UTF8.self))}]}]}
      """
    let file = try PolicyFile(json: Array(text.utf8))
    var asked: [String] = []
    let loaded = try file.keys { reference in
      guard case .file(let path) = reference.source else { throw KeyError.empty }
      asked.append(path)
      return try reference.keys(from: Array(try #require(try keys[0].publicPEM()).utf8))
    }
    #expect(asked == ["a.pem"])
    let verifier = try file.verifier(keys: loaded)
    var outcomes: [String] = []
    for (issuer, key) in [("a", 0), ("b", 1), ("a", 1), ("b", 0), ("c", 0)] {
      let signer = try TokenSigner(
        key: keys[key], algorithm: .es256, keyID: key == 0 ? "k" : nil)
      let token = try signer.sign(
        ["iss": .string(issuer), "aud": "api", "exp": .integer(Self.now.seconds + 9)])
      do throws(VerificationFailure) {
        outcomes.append("key \(try verifier.verify(token, at: Self.now).key.keyID ?? "-")")
      } catch {
        outcomes.append(error.description)
      }
    }
    #expect(
      outcomes == ["key k", "key -", "signature.invalid", "signature.invalid", "iss.unknown"])
  }

  @Test("an entry without keys makes no verifier until somebody brings them")
  func noKeys() throws {
    let text = #"{"version":1,"issuer":"a","audience":"b","algorithms":["HS256"]}"#
    let file = try PolicyFile(json: Array(text.utf8))
    let none = try file.keys { _ throws(KeyError) in throw .empty }
    #expect(throws: PolicyError.noUsableKey()) { try file.verifier(keys: none) }
    #expect(throws: PolicyError.noUsableKey()) { try file.verifier(keys: []) }
    _ = try file.verifier(keys: [.secret([UInt8](repeating: 1, count: 32))])
  }
}
