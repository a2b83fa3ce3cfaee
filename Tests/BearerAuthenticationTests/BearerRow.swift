import BearerAuthentication
import JWTCheckTesting
import VectorSupport

/// What the vectors of `TestVectors/bearer/requests.json` stand for.
enum BearerRow {
  /// A header value with the token put in the place of `{token}`.
  ///
  /// `claims` are added to those of a good token, `without` names some to leave out, and `now+N` is
  /// the time so many seconds from the time of the request.
  static func filled(_ value: String, _ row: JSONObject, _ mint: TokenMint) throws -> String {
    guard value.contains("{token}") else { return value }
    var claims = mint.claims.members
    for name in row["without"]?.array ?? [] { claims.removeAll { name.isString($0.name) } }
    for claim in row["claims"]?.object.map(Array.init) ?? [] {
      claims.removeAll { claim.isNamed($0.name) }
      claims.append((claim.name, try tree(claim.value, mint.now)))
    }
    var token = String(
      try TokenSigner(key: mint.key.signing, algorithm: mint.key.algorithm).sign(.object(claims)))
    switch row["change"]?.string {
    case "other-key": token = try TokenMint(.hs256).token()
    case "unknown-key":
      token = try TokenMint(key: TestKey(.hs256, keyID: "other")).token()
    case "algorithm": token = try TokenMint(.es256).token()
    default: break
    }
    return value.replacing("{token}", with: token)
  }

  private static func tree(_ value: JSONValue, _ now: NumericDate) throws -> JSONTree {
    if let text = value.string {
      guard text.hasPrefix("now") else { return .string(text) }
      return .integer(now.seconds + (Int64(text.dropFirst(3)) ?? 0))
    }
    if let elements = value.array { return .array(try elements.map { try tree($0, now) }) }
    if let members = value.object {
      return .object(try members.map { ($0.name, try tree($0.value, now)) })
    }
    if let boolean = value.boolean { return .boolean(boolean) }
    return .integer(try required(value.number?.integer(), "a whole number"))
  }

  /// The outcome in one line.
  static func expectation(_ row: JSONObject) throws -> String {
    guard let expect = row["expect"]?.string else { return "accepted" }
    let status = try required(row.optionalCount("status"), "status")
    return "\(expect) \(status) \(try row.text("challenge"))"
  }

  /// What the request needs.
  static func requirements(_ row: JSONObject) throws -> AccessRequirements {
    guard let asked = row["requires"]?.object else { return .none }
    return try AccessRequirements(
      scopes: asked["scopes"] == nil ? [] : asked.texts("scopes"),
      organization: asked["organization"]?.string.map {
        ClaimRule(JSONPointer(members: ["org", "id"]), .equals(.string($0)))
      },
      administrator: asked["administrator"]?.boolean == true
        ? ClaimRule(JSONPointer(members: ["isAdmin"]), .equals(true)) : nil,
      rules: asked["tenant"]?.string.map {
        [ClaimRule(JSONPointer(members: ["tenant"]), .equals(.string($0)))]
      } ?? [])
  }
}

extension JSONTree {
  /// The members of an object.
  var members: [(name: String, value: JSONTree)] {
    if case .object(let members) = self { members } else { [] }
  }
}
