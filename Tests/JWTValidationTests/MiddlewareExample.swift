import JWTValidation

// The README shows the lines between the marks; `MiddlewareExampleTests` compares them.
// README begins
struct Caller: Decodable { let sub: String }

struct Bearer: Sendable {
  let verifier: Verifier
  init(keys: [UInt8]) throws {
    let policy = ValidationPolicy(
      algorithms: [.es256], issuer: .exactly("https://id.example"),
      audience: .containing("orders-api"), leeway: .seconds(30))
    verifier = try Verifier(keys: .jwks(keys), policy: policy)
  }
  /// The caller; `nil` if there is no bearer token.
  func caller(_ authorization: String?, at now: NumericDate) throws -> Caller? {
    let words = (authorization ?? "").split(separator: " ")
    guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
    return try verifier.verify(String(words[1]), at: now).claims(as: Caller.self)
  }
}
// README ends
