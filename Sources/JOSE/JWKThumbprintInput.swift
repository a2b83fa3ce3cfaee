package import StrictCoding

extension JWK {
  /// The text whose digest is the thumbprint (RFC 7638 §3.2, RFC 8037 §2): the members that make the
  /// key what it is, in the order of their names, without white space.
  ///
  /// For an HMAC key the secret is among them, so the text is wiped when it goes.
  package var thumbprintInput: SecretBytes {
    var text: [UInt8] = [UInt8(ascii: "{")]
    defer { SecretBytes.wipe(&text) }
    // Each member once, so that a growing array leaves no copy of a secret behind.
    text.reserveCapacity(thumbprintInputCapacity)
    func append(_ name: String, _ value: some Sequence<UInt8>) {
      if text.count > 1 { text.append(UInt8(ascii: ",")) }
      text += "\"\(name)\":\"".utf8
      text += value
      text.append(UInt8(ascii: "\""))
    }
    func append(_ name: String, encoding bytes: Span<UInt8>) {
      var encoded = Base64URL.encode(bytes)
      defer { SecretBytes.wipe(&encoded) }
      append(name, encoded)
    }
    switch material {
    case .symmetric(let secret):
      secret.withSpan { append("k", encoding: $0) }
      append("kty", KeyType.oct.rawValue.utf8)
    case .rsa(let modulus, let exponent, _):
      append("e", encoding: exponent.span)
      append("kty", KeyType.rsa.rawValue.utf8)
      append("n", encoding: modulus.span)
    case .ec(let curve, let x, let y, _):
      append("crv", curve.rawValue.utf8)
      append("kty", KeyType.ec.rawValue.utf8)
      append("x", encoding: x.span)
      append("y", encoding: y.span)
    case .okp(let curve, let x, _):
      append("crv", curve.rawValue.utf8)
      append("kty", KeyType.okp.rawValue.utf8)
      append("x", encoding: x.span)
    }
    text.append(UInt8(ascii: "}"))
    return SecretBytes(text)
  }

  /// More than the text can take: base64url adds a third, and names and punctuation are below 64.
  private var thumbprintInputCapacity: Int {
    let byteCount =
      switch material {
      case .symmetric(let secret): secret.count
      case .rsa(let modulus, let exponent, _): modulus.count + exponent.count
      case .ec(let curve, _, _, _), .okp(let curve, _, _): 2 * curve.coordinateByteCount
      }
    return 2 * byteCount + 64
  }
}
