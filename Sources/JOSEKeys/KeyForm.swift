import JOSE
import StrictCoding

/// The form in which key material was given.
indirect enum KeyForm {
  case jwk, pem, der
  /// A public key of OpenSSH.
  case openSSH
  /// A JSON object that is no key, such as the answer of a server that has none.
  case document
  /// A key in base64 or hexadecimal digits, as some identity providers show one without the lines of
  /// PEM.
  case encoded(KeyForm)
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
  ///
  /// - Parameter layers: how many encodings around a key are looked through.
  static func form(of bytes: [UInt8], layers: Int = 2) -> KeyForm {
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
    if isOpenSSH(bytes) { return .openSSH }
    return layers > 0 ? encodedForm(bytes, layers: layers - 1) : .other
  }

  private static let sshMarks = [
    "ssh-rsa AAAA", "ssh-dss AAAA", "ssh-ed25519 AAAA", "@openssh.com AAAA", "ecdsa-sha2-nistp",
    "---- BEGIN SSH2",
  ]

  /// Whether the bytes hold a public key of OpenSSH: a line with one, or what its base64 stands for,
  /// which begins with the name of the type behind its length.
  private static func isOpenSSH(_ bytes: [UInt8]) -> Bool {
    sshMarks.contains { bytes.span.contains($0.utf8.span) }
      || bytes.starts(with: [0, 0, 0]) && bytes.dropFirst(4).starts(with: "ssh-".utf8)
  }

  /// Whether a text that begins with a brace is a JWK or JWK Set, be it a broken one: then the error
  /// should say what is broken instead of taking the text for a secret.
  ///
  /// - Parameter object: what the text says, if it is sound.
  private static func isKeyObject(_ object: JSONObject?, _ bytes: [UInt8]) -> Bool {
    // A sound one is known by its members, whose names may be spelled with escape sequences.
    if let object, object["kty"] != nil || object["keys"] != nil { return true }
    return bytes.span.contains("\"kty\"".utf8.span) || bytes.span.contains("\"keys\"".utf8.span)
  }

  /// Whether the bytes begin with an ASN.1 SEQUENCE in DER as every key and certificate does: with an
  /// INTEGER, or with a SEQUENCE that begins with an OBJECT IDENTIFIER, an INTEGER or a version. Random
  /// secrets practically never do, and text cannot: these types are no printable characters. A long
  /// sequence may have something behind it, such as a line end.
  private static func isASN1Key(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 16, bytes[0] == 0x30, let outer = element(of: bytes, at: 0) else {
      return false
    }
    let end = outer.content + outer.length
    guard bytes[1] >= 0x80 ? end <= bytes.count : end == bytes.count else { return false }
    if bytes[outer.content] == 0x02 { return true }
    guard bytes[outer.content] == 0x30, let inner = element(of: bytes, at: outer.content) else {
      return false
    }
    return [0x06, 0x02, 0xA0].contains(bytes[inner.content])
  }

  /// Where the content of an element in DER starts, and how long it says that it is; `nil` if it does
  /// not start among the bytes.
  private static func element(
    of bytes: [UInt8], at start: Int
  ) -> (content: Int, length: Int)? {
    guard start + 1 < bytes.count else { return nil }
    let isLong = bytes[start + 1] >= 0x80
    let lengthCount = isLong ? Int(bytes[start + 1] & 0x7F) : 0
    let content = start + 2 + lengthCount
    guard lengthCount <= 4, !isLong || lengthCount > 0, content < bytes.count else { return nil }
    let length =
      isLong
      ? bytes[start + 2..<content].reduce(0) { $0 << 8 | Int($1) } : Int(bytes[start + 1])
    return (content, length)
  }

  /// What a text holds as hexadecimal digits or as base64, whatever stands around them.
  private static func encodedForm(_ text: [UInt8], layers: Int) -> KeyForm {
    for decode in [decodedHexadecimal, decodedBase64] {
      guard var bytes = decode(text) else { continue }
      defer { SecretBytes.wipe(&bytes) }
      switch form(of: bytes, layers: layers) {
      case .other, .document: continue
      case let inner: return .encoded(inner)
      }
    }
    return .other
  }

  private static func decodedBase64(_ text: [UInt8]) -> [UInt8]? {
    var characters: [UInt8] = []
    characters.reserveCapacity(text.count)
    defer { SecretBytes.wipe(&characters) }
    for (offset, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "+"): characters.append(UInt8(ascii: "-"))
      case UInt8(ascii: "/"): characters.append(UInt8(ascii: "_"))
      // A line end that is written out, as environment variables often have it.
      case UInt8(ascii: "n") where offset > 0 && text[offset - 1] == UInt8(ascii: "\\"): continue
      default: if isBase64URLCharacter(byte) { characters.append(byte) }
      }
    }
    // Before anything is decoded: what a failure leaves behind is not wiped.
    guard Base64URL.firstError(in: characters.span) == nil else { return nil }
    return try? Base64URL.decode(characters.span)
  }

  private static func decodedHexadecimal(_ text: [UInt8]) -> [UInt8]? {
    // Room for all of it from the start: what an array leaves behind when it grows is not wiped.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    var high: UInt8?
    for (offset, digit) in text.enumerated() {
      // The zero of `0x`, as in C, is no digit.
      if digit | 0x20 == UInt8(ascii: "x"), offset > 0, text[offset - 1] == UInt8(ascii: "0") {
        high = nil
        continue
      }
      guard let value = hexDigitValue(digit) else {
        // Another letter is of another text; what else there is parts the numbers.
        guard !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(digit | 0x20) else {
          SecretBytes.wipe(&bytes)
          return nil
        }
        continue
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
