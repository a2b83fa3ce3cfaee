import Libcrypto
package import StrictCoding

/// An API key or auth token as a configuration holds it: recognized, but not known.
///
/// `hmac-sha256.SALT.TAG`: the salt is the key of an HMAC over the secret. Such a hash is fast, which
/// a server that checks thousands a second needs, and safe for secrets that nobody can guess: they
/// must be made by a machine. `jwtcheckd hash-secret` refuses shorter ones than 16 bytes.
package struct SecretHash: Sendable {
  /// The fewest bytes of a secret that a generator must have made: 16, as many as a guess needs
  /// centuries for.
  package static let minimumSecretBytes = 16
  private static let name = "hmac-sha256"
  private static let saltBytes = 16

  private let authenticator: MessageAuthenticator
  private let tag: [UInt8]
  private let salt: [UInt8]

  /// Hashes a secret with a new salt.
  ///
  /// - Returns: `nil` if the system gives no random bytes or no SHA-256.
  package static func make(of secret: SecretBytes) -> SecretHash? {
    guard let salt = try? SecureRandom.bytes(count: saltBytes),
      let authenticator = try? MessageAuthenticator(key: salt.span, hash: .sha256),
      let tag = try? secret.withSpan({ try authenticator.tag(for: $0) })
    else { return nil }
    return SecretHash(authenticator: authenticator, tag: tag, salt: salt)
  }

  /// A new secret of 32 random bytes as base64url; `nil` if the system gives none.
  package static func newSecret() -> String? {
    (try? SecureRandom.bytes(count: 32)).map {
      String(decoding: Base64URL.encode($0.span), as: UTF8.self)
    }
  }

  private init(authenticator: MessageAuthenticator, tag: [UInt8], salt: [UInt8]) {
    self.authenticator = authenticator
    self.tag = tag
    self.salt = salt
  }

  /// Reads the text form; `nil` if it is none.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].elementsEqual(Self.name.utf8),
      let salt = try? Base64URL.decode(Array(parts[1]).span), salt.count == Self.saltBytes,
      let tag = try? Base64URL.decode(Array(parts[2]).span), tag.count == 32,
      let authenticator = try? MessageAuthenticator(key: salt.span, hash: .sha256)
    else { return nil }
    self.init(authenticator: authenticator, tag: tag, salt: salt)
  }

  /// The text form, for a configuration.
  package var text: String {
    let parts = [salt, tag].map { String(decoding: Base64URL.encode($0.span), as: UTF8.self) }
    return "\(Self.name).\(parts[0]).\(parts[1])"
  }

  /// Whether the secret is this one; takes as long whether it is or not.
  func matches(_ secret: [UInt8]) -> Bool {
    authenticator.isValid(tag: tag.span, message: secret.span)
  }
}

extension SecretHash: CustomStringConvertible, CustomReflectable {
  /// Not the hash: whoever has it can try secrets.
  package var description: String { "<secret hash>" }
  /// Not the hash.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
