public import JWTValidation

/// A token whose signature was checked, which is what was requested and lives.
///
/// Only `TokenCheck.check` makes one, from a payload that only a verifier makes.
public struct VeltToken: Sendable {
  /// The user the token stands for.
  public let userId: String
  /// The organization the user acts in.
  public let organizationId: String
  /// Whether the user is an administrator.
  public let isAdmin: Bool
  /// The address that `identify()` must be called with; `nil` if the token has none.
  public let email: String?
  /// When the token ends, without leeway.
  public let end: TokenWindow.End?
  /// What was signed, and the key that signed it.
  public let payload: VerifiedPayload
  /// What was looked at.
  public let record: TokenCheckRecord

  /// Takes over what the request asked for, which the record says the token has.
  init(request: TokenRequest, payload: VerifiedPayload, record: TokenCheckRecord) {
    userId = request.userId
    organizationId = request.organizationId
    isAdmin = request.isAdmin == true
    email = record.requestRows.first { $0.claim == .email }?.places.first?.value.revealed
    end = record.window?.end
    self.payload = payload
    self.record = record
  }
}

extension VeltToken: CustomStringConvertible, CustomReflectable {
  /// Not whom the token stands for.
  public var description: String { "<verified token>" }
  /// Not whom the token stands for.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
