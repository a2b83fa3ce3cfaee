import JOSE
import JOSEKeys
import StrictCoding
import Testing

/// The keys of RFC 7520 sections 3 to 5 and RFC 8037.
@Suite("cookbook, JWK", .enabled(if: vectorFolder != nil, "JWTCHECK_VECTORS is not set"))
struct CookbookJWKTests {
  @Test("every key for signatures is read, every other is passed over with the right reason")
  func keys() throws {
    var wrong: [String] = []
    var readable = 0
    var passedOver: [String: Int] = [:]
    for (place, key) in try Self.allKeys() {
      // The key stands between two others, as in a published set.
      let set = Array("{\"keys\":[\(Self.other),\(key.description),\(Self.other)]}".utf8)
      let loaded = try KeyLoader.jwks(set)
      let code = loaded.skipped.first?.reason.code
      let expected = Self.reason(key)
      let isRight =
        code == expected
        && (code == nil
          ? loaded.skipped.isEmpty && loaded.keys.count == 3
          : loaded.skipped.count == 1 && loaded.skipped.first?.index == 1)
      if !isRight { wrong.append("\(place): \(code ?? "read")") }
      if code == nil { readable += 1 }
      if let code { passedOver[code, default: 0] += 1 }
    }
    #expect(wrong == [])
    #expect(readable >= 18)
    #expect(Set(passedOver.keys) == ["jwk.wrong-use", "jwk.unknown-crv"])
  }

  /// The code that a key is to be passed over with; `nil` if it may be used: a key that says nothing
  /// of its use, such as an ephemeral one, may be.
  private static func reason(_ key: JSONObject) -> String? {
    if key["use"]?.isString("enc") == true { return "jwk.wrong-use" }
    if key["crv"]?.isString("X25519") == true { return "jwk.unknown-crv" }
    if let name = key["alg"]?.stringBytes, SignatureAlgorithm(named: name) == nil {
      return "jwk.unknown-alg"
    }
    return nil
  }

  private static let other = """
    {"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}
    """

  /// Every object with `kty` in every file, with the name of its file.
  private static func allKeys() throws -> [(place: String, key: JSONObject)] {
    try ["", "jwk", "jws", "jwe", "curve25519", "rfc7797"].flatMap { folder in
      try OutsideVectors.names("jose-cookbook/\(folder)").filter { $0.hasSuffix(".json") }
        .flatMap { name in
          let file = try OutsideVectors.object("jose-cookbook/\(folder)/\(name)")
          return keys(in: JSONValue(file)).map { ("\(folder)/\(name)", $0) }
        }
    }
  }

  private static func keys(in value: JSONValue) -> [JSONObject] {
    if let object = value.object {
      return object["kty"] != nil ? [object] : object.flatMap { keys(in: $0.value) }
    }
    return value.array?.flatMap { keys(in: $0) } ?? []
  }
}
