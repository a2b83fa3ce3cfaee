import StrictCoding

/// What the front end hands to `identify()`, which the service compares with the token.
///
/// ```json
/// {"userId": "user-1", "organizationId": "org-1", "email": "user@example.com", "name": "…"}
/// ```
public struct IdentifyCall: Sendable {
  /// The user who is there.
  public let userId: String
  /// The organization, which must be the token's; its absence is found when it is compared.
  public let organizationId: String?
  /// The address, which must be the token's if the token has one.
  public let email: String?
  /// What is said about being an administrator, of whatever type: only the token may say it.
  public let isAdmin: ClaimValue?

  /// Makes a call.
  ///
  /// - Throws: `DocumentError` if a text is empty: it would match a token that says nothing.
  public init(
    userId: String, organizationId: String?, email: String? = nil, isAdmin: Bool? = nil
  ) throws(DocumentError) {
    let texts = [("userId", userId), ("organizationId", organizationId), ("email", email)]
    for (name, text) in texts where text?.isEmpty == true {
      throw DocumentError(.identify, .emptyMember, at: JSONPointer(members: [name]), offset: nil)
    }
    self.userId = userId
    self.organizationId = organizationId
    self.email = email
    self.isAdmin = isAdmin.map { ClaimValue($0) }
  }

  /// Reads the object that is handed over; other members, such as `name`, are not looked at.
  ///
  /// - Throws: `DocumentError` with the member that is missing, empty or of the wrong type.
  public init(json text: [UInt8]) throws(DocumentError) {
    let call = try DocumentReader(.identify, text: text)
    userId = try call.string("userId")
    organizationId = try call.optionalString("organizationId")
    email = try call.optionalString("email")
    isAdmin = call.object["isAdmin"].map { ClaimValue($0) }
  }
}

extension IdentifyCall: CustomStringConvertible, CustomReflectable {
  /// Not whom the call is about.
  public var description: String { "<identify call>" }
  /// Not whom the call is about.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
