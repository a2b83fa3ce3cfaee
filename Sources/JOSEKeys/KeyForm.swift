import JOSE
import StrictCoding

/// The form in which key material was given.
enum KeyForm {
  case jwk, pem, der, other
}

extension KeyLoader {
  /// Tells the form by the first characters; whether the content holds what the form promises is
  /// found out by reading it.
  ///
  /// JWK comes first: a member of a JWK may hold PEM, which would then be read without what the JWK
  /// says about its use.
  static func form(of bytes: [UInt8]) -> KeyForm {
    let start = bytes.firstIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? bytes.endIndex
    if start < bytes.endIndex, bytes[start] == UInt8(ascii: "{"), isKeyObject(bytes) { return .jwk }
    if PEMBlock.isLikely(bytes) { return .pem }
    return isOneASN1Sequence(bytes) ? .der : .other
  }

  /// Whether a text that begins with a brace is a JWK or JWK Set, be it a broken one: then the error
  /// should say what is broken instead of taking the text for a secret.
  private static func isKeyObject(_ bytes: [UInt8]) -> Bool {
    // A sound one is known by its members, whose names may be spelled with escape sequences.
    if let object = try? JSONObject.parse(bytes, in: 0..<bytes.count, limits: .file),
      object["kty"] != nil || object["keys"] != nil
    {
      return true
    }
    let text = bytes.span
    for name in ["\"kty\"", "\"keys\""] {
      let pattern = Array(name.utf8)
      var at = 0
      while let quote = text.firstOffset(of: UInt8(ascii: "\""), from: at) {
        if bytes[quote...].starts(with: pattern) { return true }
        at = quote + 1
      }
    }
    return false
  }

  /// Whether the bytes are exactly one ASN.1 SEQUENCE with a length in DER; every key in DER is, and
  /// random secrets practically never are.
  private static func isOneASN1Sequence(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2, bytes[0] == 0x30 else { return false }
    if bytes[1] < 0x80 { return bytes.count == 2 + Int(bytes[1]) && bytes.count > 16 }
    let lengthCount = Int(bytes[1] & 0x7F)
    guard (1...4).contains(lengthCount), bytes.count >= 2 + lengthCount else { return false }
    let length = bytes[2..<2 + lengthCount].reduce(0) { $0 << 8 | Int($1) }
    return bytes.count == 2 + lengthCount + length
  }
}
