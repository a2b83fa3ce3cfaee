import JWTIssuing
import JWTValidation
import PolicyFile
import PolicyTrial
import Testing

/// The examples of the articles of PolicyFile and PolicyTrial, so that they are compiled and run.
@Suite("examples of the articles about policies")
struct ArticleExamples {
  private func holes(_ policy: [UInt8], at now: NumericDate) throws -> [String] {
    let trial = try PolicyTrial(PolicyFile(json: policy))
    let holes = try trial.run(at: now).filter(\.outcome.isFailure)
    return holes.map(\.name)
  }

  private func verify(
    _ text: [UInt8], _ bearer: String, at now: NumericDate, fetch: (KeyReference) -> [UInt8]
  ) throws -> (subject: String?, waived: [String]) {
    let file = try PolicyFile(json: text)
    let keys = try file.keys { reference in
      try reference.keys(from: fetch(reference))
    }
    let verifier = try file.verifier(keys: keys)
    let token = try verifier.verify(bearer, at: now)
    let waived = file.entries.flatMap(\.waivers).map(\.reason)
    return (token.subject?.revealed, waived)
  }

  private static let policy = """
    {"version": 1, "issuer": "https://id.example", "audience": {"ignored": "one service only"},
     "algorithms": ["ES256"], "keys": [{"file": "id.example.jwks"}], "lifetime": 3600,
     "typ": "at+jwt"}
    """

  @Test("do what they say")
  func run() throws {
    let now = NumericDate(seconds: 1_767_225_600)
    let text = Array(Self.policy.utf8)
    #expect(try holes(text, at: now) == [])
    let loose = #"{"version":1,"issuer":"i","audience":"a","algorithms":["ES256"]}"#
    #expect(try holes(Array(loose.utf8), at: now).contains("a life of ten years"))
    let key = try SigningKey.generate(for: .es256)
    let jwk = try #require(try key.publicJWK()).encoded()
    let token = try TokenSigner(key: key, algorithm: .es256, type: "at+jwt").sign([
      "iss": "https://id.example", "sub": "u", "iat": .integer(now.seconds),
      "exp": .integer(now.seconds + 600),
    ])
    let result = try verify(text, token, at: now) { _ in jwk }
    #expect(result.subject == "u" && result.waived == ["one service only"])
  }
}
