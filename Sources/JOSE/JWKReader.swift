import StrictCoding

/// Takes the members of one JWK out of a JSON object, each with its own rule.
struct JWKReader {
  private let members: JSONObject

  init(_ members: JSONObject) { self.members = members }

  func keyType() throws(JWKError) -> KeyType {
    let name = try requiredString("kty")
    let known: [KeyType] = [.oct, .rsa, .ec, .okp]
    guard let type = known.first(where: { $0.rawValue.utf8.elementsEqual(name) }) else {
      throw .unknownKeyType(String(decoding: name, as: UTF8.self))
    }
    return type
  }

  func algorithm() throws(JWKError) -> SignatureAlgorithm? {
    guard let name = try optionalString("alg") else { return nil }
    guard let algorithm = SignatureAlgorithm(named: name) else {
      throw .unknownAlgorithm(String(decoding: name, as: UTF8.self))
    }
    return algorithm
  }

  /// `use` and `key_ops` must allow signatures (RFC 7517 §4.2, §4.3); which of making and checking
  /// them they allow is the result.
  func allowedOperations() throws(JWKError) -> [JWK.Operation] {
    if let use = try optionalString("use"), !use.elementsEqual("sig".utf8) {
      throw .notForSignatures(use: String(decoding: use, as: UTF8.self))
    }
    guard let value = members["key_ops"] else { return JWK.Operation.allCases }
    guard let operations = value.array else {
      throw .wrongType(member: "key_ops", expected: .array)
    }
    var seen: Set<[UInt8]> = []
    for operation in operations {
      guard let name = operation.stringBytes else {
        throw .wrongType(member: "key_ops", expected: .string)
      }
      guard seen.insert(name).inserted else {
        throw .duplicateOperation(String(decoding: name, as: UTF8.self))
      }
    }
    let allowed = JWK.Operation.allCases.filter { operation in
      operations.contains { $0.isString(operation.rawValue) }
    }
    guard !allowed.isEmpty else { throw .operationNotAllowed(needed: JWK.Operation.allCases) }
    return allowed
  }

  func material(of type: KeyType) throws(JWKError) -> JWK.Material {
    switch type {
    case .oct: return .symmetric(try secret("k"))
    case .rsa:
      return .rsa(
        modulus: try number("n"), exponent: try number("e"), private: try rsaPrivatePart())
    case .ec:
      let curve = try curve(for: .ec)
      let width = curve.coordinateByteCount
      return .ec(
        curve, x: try fixed("x", width), y: try fixed("y", width),
        private: try fixedSecret("d", width))
    case .okp:
      let curve = try curve(for: .okp)
      let width = curve.coordinateByteCount
      return .okp(curve, x: try fixed("x", width), private: try fixedSecret("d", width))
    }
  }

  private func curve(for type: KeyType) throws(JWKError) -> Curve {
    let name = try requiredString("crv")
    guard let curve = Curve(named: name) else {
      throw .unknownCurve(String(decoding: name, as: UTF8.self))
    }
    guard curve.keyType == type else { throw .inconsistent(member: "crv", value: curve.rawValue) }
    return curve
  }

  private func rsaPrivatePart() throws(JWKError) -> JWK.RSAPrivatePart? {
    if members["oth"] != nil { throw .privatePartUnusable(member: "oth") }
    guard members["d"] != nil else { return nil }
    var numbers: [SecretBytes] = []
    for name in JWK.RSAPrivatePart.memberNames {
      guard members[name] != nil else { throw .privatePartUnusable(member: name) }
      numbers.append(try secret(name))
    }
    return JWK.RSAPrivatePart(numbers: numbers)
  }

  func optionalString(_ name: String) throws(JWKError) -> [UInt8]? {
    guard let value = members[name] else { return nil }
    guard let bytes = value.stringBytes else { throw .wrongType(member: name, expected: .string) }
    return bytes
  }

  private func requiredString(_ name: String) throws(JWKError) -> [UInt8] {
    guard let bytes = try optionalString(name) else { throw .missingMember(name) }
    return bytes
  }

  private func bytes(_ name: String) throws(JWKError) -> [UInt8] {
    var text = try requiredString(name)
    defer { SecretBytes.wipe(&text) }
    do {
      return try Base64URL.decode(text.span)
    } catch {
      throw .encoding(member: name, error)
    }
  }

  /// A positive number in the fewest octets (RFC 7518 §2, Base64urlUInt).
  private func number(_ name: String) throws(JWKError) -> [UInt8] {
    let bytes = try bytes(name)
    guard let first = bytes.first, first != 0 else {
      throw .wrongLength(member: name, expected: nil, found: bytes.count)
    }
    return bytes
  }

  private func fixed(_ name: String, _ width: Int) throws(JWKError) -> [UInt8] {
    let bytes = try bytes(name)
    guard bytes.count == width else {
      throw .wrongLength(member: name, expected: width, found: bytes.count)
    }
    return bytes
  }

  private func secret(_ name: String) throws(JWKError) -> SecretBytes {
    var bytes = try bytes(name)
    defer { SecretBytes.wipe(&bytes) }
    return SecretBytes(bytes)
  }

  private func fixedSecret(_ name: String, _ width: Int) throws(JWKError) -> SecretBytes? {
    guard members[name] != nil else { return nil }
    let secret = try secret(name)
    guard secret.count == width else {
      throw .wrongLength(member: name, expected: width, found: secret.count)
    }
    return secret
  }
}
