import JWTValidation
import PolicyFile
import TokenReport

/// Who asked for a check: a line of the policy file, an option, or nobody because it is always made.
enum TraceSource {
  /// The words for a check that a policy file governs.
  static func words(
    for check: String, in entry: PolicyEntry, of name: String, _ arguments: ParsedArguments
  ) -> String? {
    guard let place = place(of: check, in: entry) else { return words(for: check, arguments) }
    let line = "\(ShownName.pointer(place.pointer)), line \(place.line) of \(name)"
    let isComparison = Check.Name(rawValue: check) == nil
    if isComparison, let others = words(for: check, arguments) { return "\(others), with \(line)" }
    return place == entry.place(ofMember: "leeway") ? "always made, with \(line)" : line
  }

  /// The line that asks for a check, or says how a comparison is made.
  private static func place(of check: String, in entry: PolicyEntry) -> PolicyPlace? {
    if let name = Check.Name(rawValue: check) { return entry.place(of: name) }
    let isComparison = ["request ", "identify ", "window"].contains {
      check.utf8.starts(with: $0.utf8)
    }
    return isComparison ? entry.place(ofMember: "request") : nil
  }

  /// The words for a check that options govern.
  static func words(for check: String, _ arguments: ParsedArguments) -> String? {
    let given = options(for: check).filter { arguments.isGiven($0) }
      .map(\.specification.longForm)
    guard !given.isEmpty else { return always(check) }
    let words = given.joined(separator: " and ")
    return always(check).map { "\($0), with \(words)" } ?? words
  }

  /// The words for a check that is made whoever asks; `nil` for one that somebody has to ask for.
  static func always(_ check: String) -> String? {
    let always = ["structure", "header", "payload", "exp", "nbf", "iat", "sub", "jti", "window"]
    return always.contains { $0.utf8.elementsEqual(check.utf8) } ? "always made" : nil
  }

  private static func options(for check: String) -> [any OptionHandle] {
    switch check {
    case "algorithm": [Options.algorithms]
    case "key", "signature":
      [Options.keys, Options.jwksURL, Options.issuerDiscovery, Options.requireSignature]
    case "typ": [Options.type]
    case "exp": [Options.allowMissingExpiration, Options.leeway]
    case "nbf", "iat", "window": [Options.leeway]
    case "age": [Options.maxAge]
    case "lifetime": [Options.maxLifetime]
    case "iss": [Options.issuer]
    case "aud": [Options.audiences]
    case "sub": [Options.subject]
    case "required": [Options.required]
    case "request userId": [Options.request, Options.userID]
    case "request organizationId": [Options.request, Options.organizationID]
    case "request isAdmin": [Options.request, Options.admin, Options.noAdmin]
    case "request email": [Options.request, Options.email]
    case "policy": [Options.policy]
    default: check.utf8.starts(with: "identify".utf8) ? [Options.identify] : []
    }
  }
}
