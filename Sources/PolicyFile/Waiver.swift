/// Something that a policy does without, and why.
public struct Waiver: Equatable, Sendable {
  /// What is done without.
  public enum Subject: String, CaseIterable, Sendable {
    /// `iss` is not checked.
    case issuer
    /// `aud` is not checked.
    case audience
    /// A token may live for ever.
    case expiration
    /// A token may be made to live for any time.
    case lifetime
    /// The header's `typ` is not checked.
    case typ
    /// Clocks may differ by more than is usual.
    case leeway
    /// An HMAC secret may be shorter than the hash.
    case shortSecret
    /// A token may match the request though nobody has checked its signature.
    case requestSignature
  }

  /// What is done without.
  public let subject: Subject
  /// Why, in the words of the file.
  public let reason: String
  /// Where the file says so.
  public let place: PolicyPlace
}
