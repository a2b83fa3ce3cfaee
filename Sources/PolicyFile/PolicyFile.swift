public import JWTValidation

/// A policy as a file: who may issue tokens, with which keys, and what a token must be like.
///
/// The file is JSON, and strict: a member that is not known, a type that is not right and a
/// weakening without a reason are errors with a place. It reads nothing itself; keys that lie in
/// files or in the environment are named, and whoever reads the policy fetches them.
///
/// ```swift
/// let file = try PolicyFile(json: bytes)
/// let keys = try file.keys { reference in try reference.keys(from: load(reference.source)) }
/// let verifier = try file.verifier(keys: keys)
/// let token = try verifier.verify(text, at: now)
/// ```
///
/// The article <doc:Format> describes every member, and `policy.schema.json` beside it says the same
/// to programs (JSON Schema 2020-12).
public struct PolicyFile: Sendable {
  /// The version of the format that is read.
  public static let version: Int64 = 1

  /// The policies, one for each issuer or set of issuers; at least one.
  public let entries: [PolicyEntry]
  /// What the file says it is for.
  public let summary: String?
  /// Whether the file holds a list of issuers, so that `iss` chooses the policy.
  public let hasIssuers: Bool

  /// Reads a policy.
  ///
  /// - Throws: `PolicyFileError` for the first thing that is wrong, with its place.
  public init(json text: [UInt8]) throws(PolicyFileError) {
    let reader = try MemberReader(text: text)
    try reader.checkVersion()
    summary = try reader.optionalString("description")
    guard let list = try reader.optionalArray("issuers") else {
      hasIssuers = false
      entries = [try EntryReader.entry(reader, isAlone: true)]
      return
    }
    hasIssuers = true
    try reader.expectOnly(Self.commonMembers + ["issuers"])
    var entries: [PolicyEntry] = []
    for element in list {
      let entry = try EntryReader.entry(try element.members(), isAlone: false)
      try Self.checkDistinct(entry, from: entries)
      entries.append(entry)
    }
    self.entries = entries
  }

  /// The members that both forms of the file may have.
  static let commonMembers = ["$schema", "version", "description"]

  private static func checkDistinct(
    _ entry: PolicyEntry, from others: [PolicyEntry]
  ) throws(PolicyFileError) {
    let known = Set(others.flatMap(\.issuers).map { Array($0.utf8) })
    guard let twice = entry.issuers.first(where: { known.contains(Array($0.utf8)) }),
      let place = entry.place(of: .iss)
    else { return }
    throw PolicyFileError(
      .policy(.duplicateIssuer(twice)), at: place.pointer, offset: place.offset)
  }

  /// The keys of every entry, those outside the file fetched by the caller.
  public func keys<Failure: Error>(
    resolving fetch: (KeyReference) throws(Failure) -> VerificationKeys
  ) throws(Failure) -> [VerificationKeys] {
    var keys: [VerificationKeys] = []
    for entry in entries { keys.append(try entry.keys(resolving: fetch)) }
    return keys
  }

  /// A verifier for tokens of all issuers of the file.
  ///
  /// - Parameter keys: the keys of each entry, in the order of the entries.
  /// - Throws: `PolicyError` if an entry has no key that its algorithms can use.
  public func verifier(keys: [VerificationKeys]) throws(PolicyError) -> PolicyVerifier {
    try verifier(keys: keys, policies: entries.map(\.policy))
  }

  /// A verifier with other policies in the place of those of the entries, such as stricter ones.
  package func verifier(
    keys: [VerificationKeys], policies: [ValidationPolicy]
  ) throws(PolicyError) -> PolicyVerifier {
    guard keys.count == entries.count else { throw .noUsableKey() }
    var verifiers: [Verifier] = []
    for (policy, keys) in zip(policies, keys) {
      verifiers.append(try Verifier(keys: keys, policy: policy))
    }
    guard !hasIssuers else { return .several(try MultiIssuerVerifier(verifiers)) }
    return .one(verifiers[0])
  }

  /// The position of the entry that a token falls to. What the token says is not verified.
  ///
  /// - Throws: `VerificationFailure` if none is for the issuer that the token names.
  package func position(for token: [UInt8]) throws(VerificationFailure) -> Int {
    guard hasIssuers else { return 0 }
    let issuers = entries.map { $0.issuers.map { Array($0.utf8) } }
    // Reading the file has seen to it that every entry names issuers of its own.
    guard let table = try? IssuerTable(issuers) else { throw .key(.unknownIssuer) }
    return try table.position(for: token)
  }
}

extension ValidationPolicy {
  /// Reads a policy file for one issuer; its keys are left out.
  ///
  /// - Throws: `PolicyFileError`, also for a file that holds several issuers.
  public init(json text: [UInt8]) throws(PolicyFileError) {
    let file = try PolicyFile(json: text)
    guard file.entries.count == 1 else {
      throw PolicyFileError(
        .severalIssuers, at: JSONPointer(members: ["issuers"]), offset: file.entries[1].offset)
    }
    self = file.entries[0].policy
  }
}
