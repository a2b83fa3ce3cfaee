public import JWTValidation

/// What a token is known by to those who remember which tokens were revoked or used.
///
/// For a token with `jti` that is the issuer and `jti`, so that an issuer can revoke what it has not
/// got at hand. For others it is what was signed, header and claims. It is never the whole text, and
/// not the signature either: from one ECDSA signature anybody can make a second one that is as good
/// (r, n − s), and with it would get past a list of signatures.
///
/// All of it is hashed, since `jti` is text of the sender's.
public struct TokenIdentity: Hashable, Sendable {
  private let digest: ByteDigest

  /// The identity of the token that an issuer gave this `jti`.
  ///
  /// - Returns: `nil` for an empty `jti`, and where libcrypto offers no SHA-256.
  public init?(issuer: String?, tokenID: String) {
    self.init(issuer: issuer.map { Array($0.utf8) }, tokenID: Array(tokenID.utf8))
  }

  /// The identity of a verified token.
  ///
  /// - Parameters:
  ///   - token: the token.
  ///   - text: the token as it was received.
  /// - Returns: `nil` where libcrypto offers no SHA-256.
  public init?(_ token: VerifiedToken, text: String) { self.init(token, text.utf8.span) }

  init?(_ token: VerifiedToken, _ text: Span<UInt8>) {
    let claims = token.claims.revealed
    if let tokenID = claims["jti"]?.stringBytes, !tokenID.isEmpty {
      self.init(issuer: claims["iss"]?.stringBytes, tokenID: tokenID)
      return
    }
    var end = text.count
    while end > 0, text[end - 1] != UInt8(ascii: ".") { end -= 1 }
    // The dot belongs to neither the signed text nor the signature.
    guard end > 0, let signed = ByteDigest(of: text.extracting(..<(end - 1))) else { return nil }
    self.init(kind: 2, signed.bytes)
  }

  /// The identity of a DPoP proof: a name that the owner of a key gave it.
  init?(proofOf thumbprint: [UInt8], identifier: [UInt8]) {
    // A thumbprint has always the same length.
    self.init(kind: 3, thumbprint + identifier)
  }

  private init?(issuer: [UInt8]?, tokenID: [UInt8]) {
    guard !tokenID.isEmpty else { return nil }
    // The length in front keeps "a" and "bc" apart from "ab" and "c".
    let length = eightBytes(issuer.map { $0.count + 1 } ?? 0)
    self.init(kind: 1, length + (issuer ?? []) + tokenID)
  }

  /// The first byte keeps the kinds apart.
  private init?(kind: UInt8, _ bytes: [UInt8]) {
    let input = [kind] + bytes
    guard let digest = ByteDigest(of: input.span) else { return nil }
    self.digest = digest
  }

  /// The 32 bytes as 64 hexadecimal digits in lower case, for stores outside this process.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self)
  }

  /// Bits to spread identities by.
  var prefix: UInt64 { digest.prefix }
}

/// A length as eight bytes.
private func eightBytes(_ count: Int) -> [UInt8] {
  (0..<8).map { UInt8(truncatingIfNeeded: UInt64(count) >> (8 * UInt64($0))) }
}

extension TokenIdentity: CustomStringConvertible, CustomReflectable {
  /// The digest.
  public var description: String { hexadecimal }
  /// The digest.
  public var customMirror: Mirror { Mirror(self, children: ["sha256": hexadecimal]) }
}
