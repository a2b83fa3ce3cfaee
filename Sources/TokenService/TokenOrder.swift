import HTTPMessages
import StrictCoding
import StrictDocuments
import Velt

/// A request to either version of the token endpoint, read strictly.
struct TokenOrder {
  let apiKey: [UInt8]
  let authToken: [UInt8]
  let userId: String
  let organizationId: String
  let isAdmin: Bool?
  let email: String?
  /// The permissions of the second version, as they were sent.
  let permissions: JSONValue?

  /// `POST /v1/auth/token/get`: credentials and organization stand in the body.
  init(version1 body: [UInt8]) throws(DocumentFault) {
    let document = try StrictObject(text: body)
    try document.allow(["data"])
    let data = try document.child("data")
    try data.allow(["apiKey", "authToken", "userId", "userProperties"])
    apiKey = Array(try data.text("apiKey").utf8)
    authToken = Array(try data.text("authToken").utf8)
    userId = try data.text("userId")
    // The service's documentation calls the object optional and its organization required; a token
    // without an organization would match nothing.
    let properties = try data.child("userProperties")
    try properties.allow(["organizationId", "isAdmin", "email"])
    organizationId = try properties.text("organizationId")
    isAdmin = try properties.optionalFlag("isAdmin")
    email = try properties.optionalText("email")
    permissions = nil
  }

  /// `POST /v2/auth/generate_token`: credentials stand in header fields, the organization in the
  /// resources.
  init(version2 body: [UInt8], headers: HTTPHeaders) throws(TokenOrderFault) {
    guard let apiKey = headers["x-velt-api-key"], let authToken = headers["x-velt-auth-token"],
      !apiKey.isEmpty, !authToken.isEmpty
    else { throw .missingCredentials }
    self.apiKey = Array(apiKey.utf8)
    self.authToken = Array(authToken.utf8)
    do throws(DocumentFault) {
      let document = try StrictObject(text: body)
      try document.allow(["data"])
      let data = try document.child("data")
      try data.allow(["userId", "userProperties", "permissions"])
      userId = try data.text("userId")
      let properties = try data.optionalChild("userProperties")
      try properties?.allow(["isAdmin", "email"])
      isAdmin = try properties?.optionalFlag("isAdmin")
      email = try properties?.optionalText("email")
      organizationId = try Resources.organization(in: try data.child("permissions"))
      permissions = data.object["permissions"]
    } catch {
      throw .document(error)
    }
  }
}

/// Why a request to the second version cannot be read.
enum TokenOrderFault: Error, Equatable {
  /// A header field with credentials is missing, empty or repeated.
  case missingCredentials
  case document(DocumentFault)
}

/// The resources of a request to the second version.
private enum Resources {
  private static let types = ["organization", "folder", "document"]

  /// The one organization that all of them belong to.
  static func organization(in permissions: StrictObject) throws(DocumentFault) -> String {
    try permissions.allow(["resources"])
    var found: String?
    let resources = try permissions.children("resources")
    for resource in resources {
      try resource.allow(["type", "id", "organizationId", "accessRole", "expiresAt"])
      let type = try resource.text("type")
      guard types.contains(where: { $0.utf8.elementsEqual(type.utf8) }) else {
        throw resource.fault(.notOneOf(types), "type")
      }
      let id = try resource.text("id")
      let isOrganization = type.utf8.elementsEqual("organization".utf8)
      let named = try resource.optionalText("organizationId")
      _ = try resource.optionalText("accessRole")
      _ = try resource.optionalNumber("expiresAt", in: 0...Int(Int32.max) * 4)
      guard let organization = named ?? (isOrganization ? id : nil) else {
        throw resource.fault(.missingMember(expected: .string), "organizationId")
      }
      let all = [found, organization] + (isOrganization ? [id] : [])
      guard all.allSatisfy({ $0.map { $0.utf8.elementsEqual(organization.utf8) } ?? true }) else {
        throw permissions.fault(.severalOrganizations, "resources")
      }
      found = organization
    }
    guard let found else { throw permissions.fault(.emptyMember, "resources") }
    return found
  }
}
