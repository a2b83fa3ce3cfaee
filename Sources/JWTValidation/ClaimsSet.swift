/// The claims of a token (RFC 7519 §4), in their order; values do not print themselves.
public struct ClaimsSet: Sendable {
  /// The claims as JSON, values included.
  public let revealed: JSONObject

  let registered: RegisteredClaims

  package init(_ object: JSONObject) {
    registered = RegisteredClaims.find(in: object)
    revealed = object
  }

  /// The value of the claim of exactly that name, byte for byte.
  public subscript(name: String) -> Redacted<JSONValue>? { revealed[name].map(Redacted.init) }

  /// The names of all claims.
  public var names: [String] { revealed.map(\.name) }

  /// Decodes the claims into a type of the caller's, without Foundation.
  ///
  /// Member names are those of the coding keys. Times should be `NumericDate`s or numbers.
  ///
  /// - Throws: `DecodingError`; its texts hold names and types, never values.
  public func decode<Claims: Decodable>(as type: Claims.Type = Claims.self) throws -> Claims {
    try ClaimsDecoder.decode(type, from: revealed)
  }
}

extension ClaimsSet: CustomStringConvertible, CustomReflectable {
  /// The names only.
  public var description: String {
    "ClaimsSet("
      + names.map { JSONEscape.displayed($0.utf8) + ": <redacted>" }
      .joined(separator: ", ") + ")"
  }
  /// The names only.
  public var customMirror: Mirror { Mirror(self, children: ["claims": description]) }
}
