/// A key read from DER whose form has to be found out.
package enum DERKey: Sendable {
  case publicKey(PublicKey)
  case privateKey(PrivateKey)

  /// Reads SubjectPublicKeyInfo, PKCS#8, PKCS#1 and SEC 1 keys, and the key of a certificate.
  ///
  /// The forms do not overlap: each is an ASN.1 structure that the other readers refuse.
  ///
  /// - Throws: `KeyImportError`, the most telling one: `malformed` only if no reader had a better
  ///   reason.
  package static func parse(_ der: Span<UInt8>) throws(KeyImportError) -> DERKey {
    var reason = KeyImportError.malformed
    do { return .publicKey(try .subjectPublicKeyInfo(der: der)) } catch { reason.refine(error) }
    do { return .privateKey(try .pkcs8(der: der)) } catch { reason.refine(error) }
    do { return .privateKey(try .pkcs1(der: der)) } catch { reason.refine(error) }
    do { return .privateKey(try .sec1(der: der)) } catch { reason.refine(error) }
    do { return .publicKey(try .pkcs1(der: der)) } catch { reason.refine(error) }
    do { return .publicKey(try .certificate(der: der)) } catch { reason.refine(error) }
    throw reason
  }
}

extension KeyImportError {
  /// Keeps the first reason that says more than `malformed`.
  fileprivate mutating func refine(_ other: KeyImportError) {
    if self == .malformed { self = other }
  }
}
