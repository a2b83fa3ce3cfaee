import JOSE
import StrictCoding

/// The form in which key material was given.
enum KeyForm {
  case jwk, pem, der
  /// DER in base64 without the lines of PEM, as some identity providers show a public key, or in
  /// hexadecimal digits.
  case encodedDER
  /// PEM in base64 or hexadecimal digits.
  case encodedPEM
  /// A public key of OpenSSH.
  case openSSH
  /// A JSON object that is no key, such as the answer of a server that has none.
  case document
  case other
}

extension KeyLoader {
  /// Tells the form by the first characters; whether the content holds what the form promises is
  /// found out by reading it.
  ///
  /// DER comes first: its bytes are not text and may hold any of the patterns by which text is
  /// told. JWK comes before PEM: a member of a JWK may hold PEM, which would then be read without
  /// what the JWK says about its use. Damaged forms are told too, so that no public key is taken for a secret
  /// because of a byte order mark, a bracket around it or a line end behind it.
  static func form(of bytes: [UInt8]) -> KeyForm {
    if isASN1Key(bytes) { return .der }
    let start = bytes.firstIndex { !isWhiteSpace($0) } ?? bytes.endIndex
    let startsAsObject = start < bytes.endIndex && bytes[start] == UInt8(ascii: "{")
    let object =
      startsAsObject
      ? (try? JSONObject.parse(bytes, in: 0..<bytes.count, limits: .file)) : nil
    if startsAsObject, isKeyObject(object, bytes) { return .jwk }
    let text =
      bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      ? bytes.filter { $0 != 0 } : bytes  // UTF-16, as some editors save
    if PEMBlock.isLikely(text) { return .pem }
    if text.span.contains("\"kty".utf8.span) || text.span.contains("'kty'".utf8.span) {
      return .jwk
    }
    if object != nil { return .document }
    if sshPrefixes.contains(where: { bytes[start...].starts(with: $0.utf8) }) { return .openSSH }
    return encodedForm(bytes[start...])
  }

  private static let sshPrefixes = [
    "ssh-rsa ", "ssh-dss ", "ssh-ed25519 ", "ecdsa-sha2-nistp", "---- BEGIN SSH2",
  ]

  /// Whether a text that begins with a brace is a JWK or JWK Set, be it a broken one: then the error
  /// should say what is broken instead of taking the text for a secret.
  ///
  /// - Parameter object: what the text says, if it is sound.
  private static func isKeyObject(_ object: JSONObject?, _ bytes: [UInt8]) -> Bool {
    // A sound one is known by its members, whose names may be spelled with escape sequences.
    if let object, object["kty"] != nil || object["keys"] != nil { return true }
    return bytes.span.contains("\"kty\"".utf8.span) || bytes.span.contains("\"keys\"".utf8.span)
  }

  /// Whether the bytes begin with an ASN.1 SEQUENCE in DER whose first element is a SEQUENCE or an
  /// INTEGER. Every key in DER is that, and random secrets practically never are; a long sequence
  /// may have something behind it, such as a line end.
  private static func isASN1Key(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 16, bytes[0] == 0x30 else { return false }
    let isLong = bytes[1] >= 0x80
    let lengthCount = isLong ? Int(bytes[1] & 0x7F) : 0
    guard lengthCount <= 4, !isLong || lengthCount > 0 else { return false }
    let content = 2 + lengthCount
    guard [0x30, 0x02].contains(bytes[content]) else { return false }
    let length = isLong ? bytes[2..<content].reduce(0) { $0 << 8 | Int($1) } : Int(bytes[1])
    return isLong ? bytes.count >= content + length : bytes.count == content + length
  }

  /// What a text holds as hexadecimal digits or as base64. Every text of hexadecimal digits is one in
  /// base64, too.
  private static func encodedForm(_ text: ArraySlice<UInt8>) -> KeyForm {
    for decode in [decodedHexadecimal, decodedBase64] {
      guard var bytes = decode(text) else { continue }
      defer { SecretBytes.wipe(&bytes) }
      if isASN1Key(bytes) { return .encodedDER }
      if PEMBlock.isLikely(bytes) { return .encodedPEM }
    }
    return .other
  }

  private static func decodedBase64(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var characters: [UInt8] = []
    characters.reserveCapacity(text.count)
    defer { SecretBytes.wipe(&characters) }
    for byte in text where !isWhiteSpace(byte) && byte != UInt8(ascii: "=") {
      switch byte {
      case UInt8(ascii: "+"): characters.append(UInt8(ascii: "-"))
      case UInt8(ascii: "/"): characters.append(UInt8(ascii: "_"))
      default: characters.append(byte)
      }
    }
    return try? Base64URL.decode(characters.span)
  }

  private static func decodedHexadecimal(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    // Room for all of it from the start: what an array leaves behind when it grows is not wiped.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    var high: UInt8?
    for digit in text where !isWhiteSpace(digit) && digit != UInt8(ascii: ":") {
      guard let value = hexDigitValue(digit) else {
        SecretBytes.wipe(&bytes)
        return nil
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }
}
