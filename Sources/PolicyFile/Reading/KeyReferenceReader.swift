import JOSEKeys
import JWTValidation

/// Reads the keys of an entry: where they lie, or public keys themselves.
enum KeyReferenceReader {
  private static let sources = ["file", "env", "jwk", "jwks", "pem"]

  static func references(
    _ member: Member, algorithms: [SignatureAlgorithm]
  ) throws(PolicyFileError) -> [KeyReference] {
    var references: [KeyReference] = []
    for element in try member.elements(or: [.object]) {
      references.append(try reference(element, algorithms))
    }
    return references
  }

  private static func reference(
    _ member: Member, _ algorithms: [SignatureAlgorithm]
  ) throws(PolicyFileError) -> KeyReference {
    let members = try member.members()
    try members.expectOnly(sources + ["kid", "shortSecret"])
    let named = sources.compactMap { members.optional($0) }
    guard named.count == 1, let source = named.first else { throw member.error(.keySource) }
    let name = source.path.last ?? ""
    // A JWK has a `kid` of its own, and what stands in the file is no secret.
    let known =
      switch name {
      case "file", "env": [name, "kid", "shortSecret"]
      case "pem": [name, "kid"]
      default: [name]
      }
    try members.expectOnly(known)
    let keyID = try members.optionalString("kid")
    return KeyReference(
      source: try read(name, source, keyID), keyID: keyID,
      shortSecretReason: try members.optionalString("shortSecret"), place: member.place,
      algorithms: algorithms)
  }

  private static func read(
    _ name: String, _ member: Member, _ keyID: String?
  ) throws(PolicyFileError) -> KeyReference.Source {
    switch name {
    case "file": return .file(try member.string())
    case "env":
      let variable = try member.string()
      guard !variable.utf8.contains(UInt8(ascii: "=")) else {
        throw member.error(.unknownWord(known: []))
      }
      return .environment(variable)
    case "pem":
      let text = try member.string()
      return .inline(
        try inline(member) { () throws(KeyError) in
          try VerificationKeys.pem(text.utf8, keyID: keyID)
        })
    default:
      let object = try member.members().object
      if try isPrivate(object, in: member) { throw member.error(.secret) }
      return .inline(
        try inline(member) { () throws(KeyError) in
          try VerificationKeys.jwks(member.value.sourceText.utf8)
        })
    }
  }

  /// Whether a JWK, or one in a set, has a private part: also one that this library cannot use.
  private static func isPrivate(
    _ object: JSONObject, in member: Member
  ) throws(PolicyFileError) -> Bool {
    let isSet = member.path.last == "jwks"
    guard isSet else { return object["d"] != nil || object["k"] != nil }
    let keys = try MemberReader(object, path: member.path, text: member.text).required("keys")
    for key in try keys.elements() {
      let object = try key.members().object
      if object["d"] != nil || object["k"] != nil { return true }
    }
    return false
  }

  private static func inline(
    _ member: Member, _ read: () throws(KeyError) -> VerificationKeys
  ) throws(PolicyFileError) -> VerificationKeys {
    let keys: VerificationKeys
    do { keys = try read() } catch { throw member.error(.key(error)) }
    for key in keys.loaded.keys {
      guard case .publicKey = key.material else { throw member.error(.secret) }
    }
    return keys
  }
}
