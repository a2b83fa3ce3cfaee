/// The form of ECDSA signatures that X.509 uses and JWS forbids (RFC 7518 §3.4), for tokens that are
/// wrong on purpose.
package enum DERSignature {
  /// An ASN.1 sequence of two integers (RFC 3279 §2.2.3) of a signature that is r and s in fixed width.
  package static func bytes(of signature: [UInt8]) -> [UInt8] {
    let half = signature.count / 2
    let body = [signature[..<half], signature[half...]].flatMap { number in
      var digits = Array(number.drop { $0 == 0 })
      if digits.first.map({ $0 >= 0x80 }) ?? true { digits.insert(0, at: 0) }
      return [0x02, UInt8(digits.count)] + digits
    }
    return [0x30] + (body.count < 0x80 ? [] : [0x81]) + [UInt8(body.count)] + body
  }
}
