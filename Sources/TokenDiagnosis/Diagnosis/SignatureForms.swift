import StrictCoding

/// Forms in which a signature may have been written instead of the one of JWS.
enum SignatureForms {
  /// The token with its signature brought from each other form into the right one.
  static func readings(of parts: TokenParts) -> [SignedReading] {
    var readings: [SignedReading] = []
    func add(_ signature: [UInt8]?, _ causes: [DiagnosisCause]) {
      guard let signature, !signature.isEmpty else { return }
      readings.append(
        SignedReading(message: parts.message, signature: signature, causes: causes))
      readings += ecdsa(signature).map {
        SignedReading(message: parts.message, signature: $0.bytes, causes: causes + $0.causes)
      }
    }
    let bytes = parts.signatureBytes
    if let bytes {
      readings += ecdsa(bytes).map {
        SignedReading(message: parts.message, signature: $0.bytes, causes: $0.causes)
      }
      add(HexText.decode(bytes), [.signatureIsHexadecimal])
    }
    add(HexText.decode(parts.signature), [.signatureIsHexadecimal])
    return readings
  }

  private static func ecdsa(
    _ signature: [UInt8]
  ) -> [(bytes: [UInt8], causes: [DiagnosisCause])] {
    var forms: [(bytes: [UInt8], causes: [DiagnosisCause])] = []
    if let numbers = ECDSASequence(signature) {
      for width in [32, 48, 66] {
        if let joined = numbers.joined(width: width) { forms.append((joined, [.signatureIsDER])) }
      }
    }
    if signature.count.isMultiple(of: 2) {
      let half = signature.count / 2
      forms.append((Array(signature[half...] + signature[..<half]), [.signatureIsSwapped]))
    }
    return forms
  }
}

/// The two numbers of an ECDSA signature in ASN.1 (RFC 3279 §2.2.3), as OpenSSL and Java write it.
struct ECDSASequence {
  private let r: [UInt8]
  private let s: [UInt8]

  /// Reads a sequence of exactly two integers; `nil` for anything else.
  init?(_ der: [UInt8]) {
    var rest = der[...]
    guard let body = Self.take(0x30, &rest), rest.isEmpty else { return nil }
    var inner = body
    guard let r = Self.take(0x02, &inner), let s = Self.take(0x02, &inner), inner.isEmpty else {
      return nil
    }
    self.r = Array(r.drop { $0 == 0 })
    self.s = Array(s.drop { $0 == 0 })
  }

  /// r and s in fixed width, one after the other; `nil` if one is wider.
  func joined(width: Int) -> [UInt8]? {
    guard r.count <= width, s.count <= width else { return nil }
    return [r, s].flatMap { [UInt8](repeating: 0, count: width - $0.count) + $0 }
  }

  private static func take(_ tag: UInt8, _ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard rest.popFirst() == tag, let first = rest.popFirst() else { return nil }
    var count = Int(first)
    if first == 0x81 {
      guard let long = rest.popFirst() else { return nil }
      count = Int(long)
    } else if first > 0x81 {
      return nil
    }
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
