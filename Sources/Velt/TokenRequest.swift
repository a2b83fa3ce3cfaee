public import StrictCoding

/// What a backend asks the token endpoint for: the yardstick for the token that comes back.
///
/// ```json
/// {"data": {"apiKey": "…", "authToken": "…", "userId": "user-1",
///   "userProperties": {"organizationId": "org-1", "isAdmin": true, "email": "user@example.com"}}}
/// ```
///
/// The credentials can be left out, since comparing needs none; where they are there, nothing that
/// prints a request shows them.
public struct TokenRequest: Sendable {
  /// The user the token is to stand for.
  public let userId: String
  /// The organization the user is to act in.
  public let organizationId: String
  /// Whether the user is to be an administrator; `nil` if the request does not say.
  public let isAdmin: Bool?
  /// The address that `identify()` must then be called with; `nil` if the request does not say.
  public let email: String?
  /// The key of the account; never printed.
  public let apiKey: SecretBytes?
  /// The secret that allows to ask for tokens; never printed.
  public let authToken: SecretBytes?

  /// Makes a request.
  ///
  /// - Throws: `DocumentError` if a text is empty: it would match a token that says nothing.
  public init(
    userId: String, organizationId: String, isAdmin: Bool? = nil, email: String? = nil,
    apiKey: SecretBytes? = nil, authToken: SecretBytes? = nil
  ) throws(DocumentError) {
    let texts = [
      (["data", "userId"], userId),
      (["data", "userProperties", "organizationId"], organizationId),
      (["data", "userProperties", "email"], email),
    ]
    for (path, text) in texts where text?.isEmpty == true {
      throw DocumentError(.request, .emptyMember, at: JSONPointer(members: path), offset: nil)
    }
    self.userId = userId
    self.organizationId = organizationId
    self.isAdmin = isAdmin
    self.email = email
    self.apiKey = apiKey
    self.authToken = authToken
  }

  /// Reads the body of a request to either version of the endpoint.
  ///
  /// The first version has the organization in `userProperties`. Only where it is not there is it
  /// taken from the second version's `permissions.resources`, which must then name exactly one.
  /// The text holds the credentials: it is the caller's to wipe.
  ///
  /// - Throws: `DocumentError` with the member that is missing, empty or of the wrong type.
  public init(json text: [UInt8]) throws(DocumentError) {
    let data = try DocumentReader(.request, text: text).child("data")
    let properties = try data.optionalChild("userProperties")
    userId = try data.string("userId")
    organizationId = try Self.organization(data, properties)
    isAdmin = try properties?.optionalBoolean("isAdmin")
    email = try properties?.optionalString("email")
    apiKey = try data.optionalSecret("apiKey")
    authToken = try data.optionalSecret("authToken")
  }

  private static func organization(
    _ data: DocumentReader, _ properties: DocumentReader?
  ) throws(DocumentError) -> String {
    if let organization = try properties?.optionalString("organizationId") { return organization }
    guard let permissions = try data.optionalChild("permissions"),
      let list = permissions.object["resources"]
    else {
      guard let properties else { throw data.missing("userProperties", .object) }
      throw properties.missing("organizationId", .string)
    }
    let places = ResourceList.organizations(in: list, at: ["data", "permissions", "resources"])
    for place in places where !place.isUsable || place.value.bytes.isEmpty {
      let reason: DocumentError.Reason =
        place.isUsable
        ? .emptyMember : .wrongType(expected: place.expected, found: place.value.kind)
      throw DocumentError(.request, reason, at: place.pointer, offset: place.offset)
    }
    guard let first = places.first else {
      throw permissions.error(.missingMember(expected: .string), "resources", list)
    }
    guard places.count == 1 else {
      throw permissions.error(.severalOrganizations, "resources", list)
    }
    return first.value.revealed
  }
}

extension TokenRequest: CustomStringConvertible, CustomReflectable {
  /// Neither credentials nor whom the request is for.
  public var description: String { "<token request>" }
  /// Neither credentials nor whom the request is for.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
