/// Writes `WWW-Authenticate` (RFC 6750 §3, RFC 9449 §7.1).
struct BearerChallenge: Sendable {
  private let scheme: AuthenticationScheme
  private let realm: String?

  /// - Throws: `.realm` for a text that cannot stand between quotes in a header field.
  init(_ scheme: AuthenticationScheme, realm: String?) throws(BearerSetupError) {
    self.scheme = scheme
    if let realm, !realm.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { throw .realm(realm) }
    self.realm = realm.map { realm in
      String(
        decoding: realm.utf8.flatMap { byte -> [UInt8] in
          let isSpecial = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
          return isSpecial ? [UInt8(ascii: "\\"), byte] : [byte]
        }, as: UTF8.self)
    }
  }

  /// The challenge for a reason; `nil` where none belongs.
  ///
  /// - Parameter scopes: what the request needs, for a token that lacks some of it.
  func text(_ reason: Rejection.Reason, scopes: [String] = []) -> String? {
    guard reason.status != 503 else { return nil }
    var parameters: [String] = []
    if let realm { parameters.append("realm=\"\(realm)\"") }
    if let error = reason.challengeError { parameters.append("error=\"\(error)\"") }
    if reason == .insufficientScope {
      parameters.append("scope=\"\(scopes.joined(separator: " "))\"")
    }
    if case .dpop(let algorithms) = scheme {
      parameters.append("algs=\"\(algorithms.joined(separator: " "))\"")
    }
    return parameters.isEmpty
      ? scheme.name : scheme.name + " " + parameters.joined(separator: ", ")
  }
}
