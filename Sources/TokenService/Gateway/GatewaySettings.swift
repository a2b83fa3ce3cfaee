import BearerAuthentication
import JOSE
import JWTValidation
import StrictCoding
import StrictDocuments

/// What an operator decides about the endpoint that gateways ask: the member `gateway` of a
/// configuration.
///
/// What a token must be like is not said here but in the policy file that is named.
package struct GatewaySettings: Sendable {
  /// What is answered while keys, or a store, cannot be had.
  package enum Outage: String, CaseIterable, Sendable {
    /// 503: nothing is known about the token.
    case unavailable
    /// 401, for gateways that make another status an error of their own.
    case unauthorized
  }

  /// Keys that the issuer publishes, for a policy file that names none.
  package struct RemoteKeys: Equatable, Sendable {
    /// The URL of a JWK Set; `nil` for the one that the issuer's own description names (OpenID Connect
    /// Discovery §4).
    package let url: String?
    /// A PEM file of the certificates to trust instead of the system's; a relative path starts at the
    /// configuration's folder.
    package let certificates: String?
  }

  /// The policy file; a relative path starts at the configuration's folder.
  package let policy: String
  /// Keys that are fetched; `nil` if the policy file names those there are.
  package let remoteKeys: RemoteKeys?
  /// The path that is answered, with all paths below it.
  let prefix: String
  /// What is answered while keys cannot be had.
  let outage: Outage
  /// The header fields that say who is calling.
  let headers: IdentityHeaders
  /// What a good token must allow.
  let requirements: AccessRequirements
  /// The realm of challenges.
  let realm: String?
  /// The largest token that is looked at.
  let maximumTokenBytes: Int
  /// How many tokens are remembered; 0 for none.
  let rememberedTokens: Int
  /// Where to ask which tokens were revoked or used; `nil` if nobody knows.
  package let store: StoreSettings?

  /// Where gateways ask unless told otherwise.
  static let standardPrefix = "/verify"

  /// A policy file, and for everything else what most need.
  package init(policy: String) {
    self.policy = policy
    remoteKeys = nil
    prefix = Self.standardPrefix
    outage = .unavailable
    headers = .standard
    requirements = .none
    realm = nil
    maximumTokenBytes = BearerOptions.defaultMaximumByteCount
    rememberedTokens = 10_000
    store = nil
  }

  /// Reads the member.
  init(_ settings: StrictObject) throws(DocumentFault) {
    try settings.allow([
      "policy", "keys", "prefix", "whenKeysAreUnavailable", "headers", "require", "realm",
      "maximumTokenBytes", "rememberedTokens", "store",
    ])
    policy = try settings.text("policy")
    remoteKeys =
      try settings.optionalChild("keys").map { (keys) throws(DocumentFault) in
        try RemoteKeys(keys)
      }
    prefix = try settings.prefix() ?? Self.standardPrefix
    outage = try settings.word("whenKeysAreUnavailable") ?? .unavailable
    headers = try settings.identityHeaders() ?? .standard
    requirements =
      try settings.optionalChild("require").map { (required) throws(DocumentFault) in
        try required.requirements()
      } ?? .none
    realm = try settings.optionalText("realm")
    maximumTokenBytes =
      try settings.optionalNumber("maximumTokenBytes", in: 256...1_048_576)
      ?? BearerOptions.defaultMaximumByteCount
    rememberedTokens =
      try settings.optionalNumber("rememberedTokens", in: 0...1_000_000) ?? 10_000
    store =
      try settings.optionalChild("store").map { (store) throws(DocumentFault) in
        try StoreSettings(store)
      }
    let isText = realm?.utf8.allSatisfy { (0x20...0x7E).contains($0) } ?? true
    guard isText else { throw settings.fault(.notHeaderText, "realm") }
  }
}

extension GatewaySettings.RemoteKeys {
  fileprivate init(_ settings: StrictObject) throws(DocumentFault) {
    try settings.allow(["jwkSet", "discovery", "certificates"])
    url = try settings.optionalText("jwkSet")
    switch (url, try settings.optionalFlag("discovery")) {
    case (nil, true), (_?, nil): break
    case (nil, _): throw settings.fault(.missingMember(expected: .string), "jwkSet")
    case (_?, _?): throw settings.fault(.repeatedName, "discovery")
    }
    certificates = try settings.optionalText("certificates")
  }
}

extension StrictObject {
  /// A path that nothing else has, of letters that no two programs read differently.
  fileprivate func prefix() throws(DocumentFault) -> String? {
    guard let path = try optionalText("prefix") else { return nil }
    let bytes = Array(path.utf8)
    guard bytes.count > 1, bytes[0] == UInt8(ascii: "/"), bytes.last != UInt8(ascii: "/"),
      bytes.allSatisfy({
        switch $0 {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "/-._~".utf8.contains($0)
        }
      })
    else { throw fault(.notAPath, "prefix") }
    let paths = Route.allCases.compactMap(\.path)
    guard !paths.contains(where: { PathPrefix(path).covers($0) }) else {
      throw fault(.pathTaken, "prefix")
    }
    return path
  }

  /// Fields that the server or the gateway fills in itself.
  private static let takenNames = [
    "authorization", "cache-control", "connection", "content-length", "content-type", "cookie",
    "date", "host", "keep-alive", "location", "proxy-authenticate", "set-cookie", "te", "trailer",
    "transfer-encoding", "upgrade", "www-authenticate",
  ]

  fileprivate func identityHeaders() throws(DocumentFault) -> IdentityHeaders? {
    guard let settings = try optionalChild("headers") else { return nil }
    guard !settings.object.isEmpty else { throw fault(.emptyMember, "headers") }
    var fields: [(name: String, claim: JSONPointer)] = []
    for member in settings.object {
      let text = try settings.text(member.name)
      guard let pointer = try? JSONPointer(text), !pointer.tokens.isEmpty else {
        throw settings.fault(.notAPointer, member.name)
      }
      let name = member.name.utf8.map(lowercased)
      fields.append((member.name, pointer))
      guard !Self.takenNames.contains(where: { $0.utf8.elementsEqual(name) }),
        (try? IdentityHeaders(fields)) != nil
      else { throw settings.fault(.notAHeaderName, member.name) }
    }
    do {
      return try IdentityHeaders(fields)
    } catch {
      throw fault(.notAHeaderName, "headers")
    }
  }
}
