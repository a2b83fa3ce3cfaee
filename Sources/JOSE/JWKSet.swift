import StrictCoding

/// A JWK Set (RFC 7517 §5): the keys that can be used, and those that were passed over and why.
///
/// Publishers add keys of new kinds before every reader knows them, so one key that cannot be used
/// does not spoil the others; it is listed.
public struct JWKSet: Sendable {
  /// The usable keys in their order.
  public let keys: [JWK]
  /// The others.
  public let skipped: [SkippedKey]

  /// A key of the set that cannot be used.
  public struct SkippedKey: Equatable, Sendable {
    /// The position in the set, from 0.
    public let index: Int
    /// `kid`, where it could be read.
    public let keyID: String?
    /// What is wrong with the key.
    public let reason: JWKError
  }

  /// Reads a set, or a single key as a set of one.
  ///
  /// - Throws: `JWKError` if the text is no key or set at all, or is a single key that breaks a rule.
  public init(_ text: [UInt8]) throws(JWKError) {
    let members: JSONObject?
    do {
      members = try JSONObject.parse(text, in: 0..<text.count, limits: .file)
    } catch {
      throw .json(error)
    }
    guard let members else { throw .notAKey }
    guard members["kty"] == nil else {
      keys = [try JWK(members)]
      skipped = []
      return
    }
    guard let list = members["keys"] else { throw .notAKey }
    guard let elements = list.array else { throw .wrongType(member: "keys", expected: .array) }
    var keys: [JWK] = []
    var skipped: [SkippedKey] = []
    for (index, element) in elements.enumerated() {
      do throws(JWKError) {
        guard let object = element.object else {
          throw .wrongType(member: "keys", expected: .object)
        }
        keys.append(try JWK(object))
      } catch {
        let keyID = element.object?["kid"]?.string
        skipped.append(SkippedKey(index: index, keyID: keyID, reason: error))
      }
    }
    self.keys = keys
    self.skipped = skipped
  }
}
