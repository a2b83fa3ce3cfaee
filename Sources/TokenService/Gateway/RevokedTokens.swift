package import BearerAuthentication
package import JOSE
package import StrictDocuments

/// The tokens that a file names as revoked.
package struct RevokedTokens: Sendable {
  /// A token, and when it expires by itself.
  package struct Entry: Sendable {
    /// What stores know the token by.
    package let token: TokenIdentity
    /// When it expires; the distant future if nothing is said.
    package let until: NumericDate
  }

  /// The tokens, in the order of the file.
  package let entries: [Entry]

  /// Reads `{"revoked": [{"issuer": …, "id": …, "until": …}]}`.
  ///
  /// - Throws: `DocumentFault` with the member that is wrong.
  package init(json text: [UInt8]) throws(DocumentFault) {
    let document = try StrictObject(text: text)
    try document.allow(["revoked"])
    var entries: [Entry] = []
    for entry in try document.children("revoked") {
      try entry.allow(["issuer", "id", "until"])
      let identity = TokenIdentity(
        issuer: try entry.text("issuer"), tokenID: try entry.text("id"))
      guard let identity else { throw entry.fault(.emptyMember, "id") }
      entries.append(Entry(token: identity, until: try entry.time("until") ?? .distantFuture))
    }
    self.entries = entries
  }
}
