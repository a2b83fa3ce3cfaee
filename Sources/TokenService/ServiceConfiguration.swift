package import JOSE
import JWTIssuing
import StrictCoding
package import StrictDocuments

/// What an operator decides, read from a JSON file; the article `Configuration` shows one.
///
/// Keys are named here and read by whoever has access to files, so that a configuration can be
/// checked without any.
package struct ServiceConfiguration: Sendable {
  /// Where a key lies.
  package enum KeySource: Equatable, Sendable {
    /// A file; a relative path starts at the configuration's folder.
    case file(String)
    /// An environment variable.
    case environment(String)
  }

  /// One key of the list `signing.keys`.
  package struct Key: Sendable {
    /// The `kid`.
    package let id: String
    /// What it signs with.
    package let algorithm: SignatureAlgorithm
    /// Where it lies.
    package let source: KeySource
    /// When it signed its last token, if it no longer does.
    package let retiredAt: NumericDate?
    /// Where the key stands in the document, for faults that are found when it is read.
    let place: StrictObject
  }

  /// Limits that replace the server's own; `nil` where nothing is said.
  package struct Limits: Equatable, Sendable {
    /// The most connections at a time.
    package let connections: Int?
    /// The most bytes of a request line with its header fields.
    package let headerBytes: Int?
    /// The most bytes of a body.
    package let bodyBytes: Int?
    /// How long a request may take to come in, in seconds.
    package let requestSeconds: Int?
    /// How long running requests may take when the server stops, in seconds.
    package let drainSeconds: Int?
  }

  /// Which requests are logged.
  package enum Log: String, CaseIterable, Sendable {
    case all, failures, none
  }

  /// Where to listen, as `HOST:PORT`; checked by the server.
  package let listen: String?
  /// The keys; none if no tokens are issued.
  package let keys: [Key]
  /// The `kid` of the key that signs; `nil` if no tokens are issued.
  package let currentKey: String?
  /// What gateways ask; `nil` if they ask somebody else.
  package let gateway: GatewaySettings?
  /// The server's limits.
  package let limits: Limits
  /// Which requests are logged.
  package let log: Log
  let accounts: Accounts
  let layout: ClaimLayout

  /// Reads a configuration.
  ///
  /// - Throws: `DocumentFault` with the member that is wrong: every member must be known.
  package init(json text: [UInt8]) throws(DocumentFault) {
    let document = try StrictObject(text: text)
    try document.allow(["listen", "gateway", "limits", "log"] + Self.issuingMembers)
    listen = try document.optionalText("listen")
    gateway =
      try document.optionalChild("gateway").map { (settings) throws(DocumentFault) in
        try GatewaySettings(settings)
      }
    if gateway != nil, Self.issuingMembers.allSatisfy({ document.object[$0] == nil }) {
      accounts = Accounts([])
      (keys, currentKey) = ([], nil)
    } else {
      accounts = Accounts(try Self.accounts(document))
      (keys, currentKey) = try Self.keys(try document.child("signing"))
    }
    layout =
      try document.optionalChild("claims").map { (claims) throws(DocumentFault) in
        try ClaimLayout(claims)
      } ?? .standard
    limits = try Limits(try document.optionalChild("limits"))
    log = try document.word("log") ?? .all
  }

  /// Answers gateways by a policy file and does nothing else.
  package init(policy: String) {
    listen = nil
    accounts = Accounts([])
    (keys, currentKey) = ([], nil)
    gateway = GatewaySettings(policy: policy)
    layout = .standard
    limits = Limits()
    // A line for each request that passes would be one for each request of a whole site.
    log = .failures
  }

  /// What a configuration must have, or must not have a part of, to issue tokens.
  private static let issuingMembers = ["accounts", "signing", "claims"]

  private static func accounts(_ document: StrictObject) throws(DocumentFault) -> [Account] {
    var accounts: [Account] = []
    for entry in try document.children("accounts") {
      try entry.allow(["name", "apiKey", "authTokens"])
      let name = try entry.text("name")
      guard !accounts.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
        throw entry.fault(.repeatedName, "name")
      }
      var authTokens: [SecretHash] = []
      for text in try entry.texts("authTokens") {
        guard let hash = SecretHash(text) else { throw entry.fault(.notAHash, "authTokens") }
        authTokens.append(hash)
      }
      guard let apiKey = SecretHash(try entry.text("apiKey")) else {
        throw entry.fault(.notAHash, "apiKey")
      }
      accounts.append(Account(name: name, apiKey: apiKey, authTokens: authTokens))
    }
    guard !accounts.isEmpty else { throw document.fault(.emptyMember, "accounts") }
    return accounts
  }

  private static func keys(
    _ signing: StrictObject
  ) throws(DocumentFault) -> (keys: [Key], current: String) {
    try signing.allow(["algorithm", "current", "keys"])
    let standard = try signing.algorithm("algorithm") ?? .hs256
    let current = try signing.text("current")
    var keys: [Key] = []
    for entry in try signing.children("keys") {
      let key = try Key(entry, algorithm: standard)
      guard !keys.contains(where: { $0.id.utf8.elementsEqual(key.id.utf8) }) else {
        throw entry.fault(.repeatedName, "id")
      }
      keys.append(key)
    }
    let named = keys.first { $0.id.utf8.elementsEqual(current.utf8) }
    guard let named, named.retiredAt == nil else { throw signing.fault(.unknownName, "current") }
    return (keys, current)
  }
}

extension ServiceConfiguration.Key {
  fileprivate init(
    _ entry: StrictObject, algorithm standard: SignatureAlgorithm
  ) throws(DocumentFault) {
    try entry.allow(["id", "algorithm", "file", "environment", "retiredAt"])
    id = try entry.text("id")
    algorithm = try entry.algorithm("algorithm") ?? standard
    switch (try entry.optionalText("file"), try entry.optionalText("environment")) {
    case (let path?, nil): source = .file(path)
    case (nil, let name?): source = .environment(name)
    case (nil, nil): throw entry.fault(.missingMember(expected: .string), "file")
    case (_?, _?): throw entry.fault(.repeatedName, "environment")
    }
    retiredAt = try entry.time("retiredAt")
    place = entry
  }

  /// A fault in this key, found when its source was read.
  package func fault(_ reason: DocumentFault.Reason) -> DocumentFault {
    place.fault(reason, place.object["file"] == nil ? "environment" : "file")
  }
}

extension ServiceConfiguration.Limits {
  private var members: [(name: String, value: Int?)] {
    [
      ("connections", connections), ("headerBytes", headerBytes), ("bodyBytes", bodyBytes),
      ("requestSeconds", requestSeconds), ("drainSeconds", drainSeconds),
    ]
  }

  /// The names of the limits that others have another value for.
  package func names(unlike others: Self) -> [String] {
    zip(members, others.members).filter { $0.value != $1.value }.map(\.0.name)
  }

  fileprivate init() {
    (connections, headerBytes, bodyBytes, requestSeconds, drainSeconds) = (nil, nil, nil, nil, nil)
  }

  fileprivate init(_ settings: StrictObject?) throws(DocumentFault) {
    try settings?.allow(Self().members.map(\.name))
    connections = try settings?.optionalNumber("connections", in: 1...1_000_000)
    headerBytes = try settings?.optionalNumber("headerBytes", in: 1_024...1_048_576)
    bodyBytes = try settings?.optionalNumber("bodyBytes", in: 256...1_048_576)
    requestSeconds = try settings?.optionalNumber("requestSeconds", in: 1...3_600)
    drainSeconds = try settings?.optionalNumber("drainSeconds", in: 0...3_600)
  }
}
