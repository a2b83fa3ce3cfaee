public import JWTValidation

/// What a good token must allow, besides being good; a token that does not is answered by 403.
///
/// ```swift
/// let readOrders = try AccessRequirements(scopes: ["orders:read"])
/// let ofTenant = try AccessRequirements(
///   organization: ClaimRule(JSONPointer(members: ["org_id"]), .equals("org-1")))
/// ```
public struct AccessRequirements: Equatable, Sendable {
  /// Every one of these must be among the token's scopes.
  public let scopes: [String]
  /// The claims that hold scopes: words with blanks between them (RFC 8693 §4.2) or a list of texts.
  public let scopeClaims: [String]
  /// What makes a token one for the right organization.
  public let organization: ClaimRule?
  /// What makes a token an administrator's.
  public let administrator: ClaimRule?
  /// Further rules.
  public let rules: [ClaimRule]

  /// Asks for nothing.
  public static let none = AccessRequirements(unchecked: [])

  /// Asks for all of these.
  ///
  /// - Throws: `.scope` for a scope that no token can have.
  public init(
    scopes: [String] = [], scopeClaims: [String] = ["scope", "scp"],
    organization: ClaimRule? = nil, administrator: ClaimRule? = nil, rules: [ClaimRule] = []
  ) throws(BearerSetupError) {
    for scope in scopes where !Self.isScope(scope) { throw .scope(scope) }
    self.init(
      unchecked: scopes, scopeClaims: scopeClaims, organization: organization,
      administrator: administrator, rules: rules)
  }

  private init(
    unchecked scopes: [String], scopeClaims: [String] = [], organization: ClaimRule? = nil,
    administrator: ClaimRule? = nil, rules: [ClaimRule] = []
  ) {
    self.scopes = scopes
    self.scopeClaims = scopeClaims
    self.organization = organization
    self.administrator = administrator
    self.rules = rules
  }

  /// RFC 6749 §3.3: visible ASCII without quote and backslash.
  private static func isScope(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      }
  }

  /// The first requirement that claims do not meet: whose token it is comes before what it may do.
  func unmet(by claims: ClaimsSet) -> Rejection.Reason? {
    if let organization, !organization.isMet(by: claims) { return .wrongOrganization }
    if let administrator, !administrator.isMet(by: claims) { return .notAdministrator }
    if !scopes.isEmpty {
      let given = grantedScopes(claims)
      guard scopes.allSatisfy({ given.contains(Array($0.utf8)) }) else {
        return .insufficientScope
      }
    }
    return rules.allSatisfy { $0.isMet(by: claims) } ? nil : .accessDenied
  }

  private func grantedScopes(_ claims: ClaimsSet) -> Set<[UInt8]> {
    var given: Set<[UInt8]> = []
    for name in scopeClaims {
      guard let value = claims.revealed[name] else { continue }
      if let text = value.stringBytes {
        given.formUnion(text.split(separator: UInt8(ascii: " ")).map(Array.init))
      } else if let list = value.array {
        given.formUnion(list.compactMap(\.stringBytes))
      }
    }
    return given
  }
}
