import JWTIssuing
import JWTValidation

/// Tokens that are the same on every machine, for what is counted instead of timed.
enum Sample {
  /// In 2025; the tokens are good for a century.
  static let now = NumericDate(seconds: 1_750_000_000)

  /// A secret that protects nothing.
  static func secret(_ number: Int = 0) -> [UInt8] {
    (0..<32).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ number &* 101 &+ number >> 8) }
  }

  static let policy = ValidationPolicy(
    algorithms: [.hs256], issuer: .exactly("https://id.example"),
    audience: .containing("orders-api"), expiration: .required, leeway: .seconds(30))

  /// A session token of 0.3 KB, and larger ones with a claim of so many bytes more.
  static func token(
    _ number: Int, keyID: String? = nil, secret: [UInt8] = secret(), padding: Int = 0
  ) throws -> String {
    var claims: [(name: String, value: JSONTree)] = [
      ("iss", "https://id.example"), ("aud", "orders-api"),
      ("sub", .string("user-\(1_000_000 + number)-of-example")),
      ("iat", .integer(now.seconds - 60)), ("exp", .integer(now.seconds + 3_000_000_000)),
      ("email", .string("user.\(1_000_000 + number)@mail.example.com")),
    ]
    if padding > 0 { claims.append(("groups", .array(groups(byteCount: padding)))) }
    return try TokenSigner(
      key: .secret(secret), algorithm: .hs256, keyID: keyID
    ).sign(.object(claims))
  }

  /// What makes tokens grow in practice: many short texts.
  private static func groups(byteCount: Int) -> [JSONTree] {
    (0..<byteCount / 16).map { .string("group-\(1_000_000 + $0)") }
  }

  static func verifier() throws -> Verifier {
    try Verifier(keys: .secret(secret()), policy: policy)
  }
}
