public import StrictCoding

/// Compares the claims of a token with what the front end hands to `identify()`, byte for byte.
///
/// User and organization must be the token's. The address is compared only if the token has one.
/// `isAdmin` must not be given at all.
public struct IdentifyMatch: Equatable, Sendable {
  /// One line for each claim, in the order of `VeltClaim`.
  public let rows: [MatchRow]

  /// Compares claims with a call.
  public init(
    _ call: IdentifyCall, claims: JSONObject, locations: ClaimLocations = .likely
  ) {
    rows = VeltClaim.allCases.map { claim in
      let lookup = locations.lookUp(claim, in: claims)
      return switch claim {
      case .userId: Self.textRow(lookup, given: call.userId) { .userIdMismatch($0) }
      case .organizationId:
        Self.textRow(lookup, given: call.organizationId) { .organizationMismatch($0) }
      case .isAdmin: Self.adminRow(lookup, given: call.isAdmin)
      case .email: Self.textRow(lookup, given: call.email) { .emailMismatch($0) }
      }
    }
  }

  /// What is to be said about all lines; empty for a plain match.
  public var findings: [VeltFinding] { rows.flatMap(\.findings) }

  private static func textRow(
    _ lookup: ClaimLookup, given: String?, mismatch: (ClaimDifference) -> IdentifyFinding
  ) -> MatchRow {
    let given = given.map { ClaimValue($0) }
    let found = lookup.places.first?.value
    var findings = lookup.findings
    let outcome: MatchOutcome
    if !findings.isEmpty {
      outcome = .unusable
    } else if found == nil && (given == nil || lookup.claim == .email) {
      outcome = .absent
    } else if let given {
      outcome = MatchOutcome(asked: given, found: found)
    } else {
      outcome = .differs(.notGiven)
    }
    if case .differs(let difference) = outcome { findings.append(.identify(mismatch(difference))) }
    return MatchRow(
      claim: lookup.claim, asked: given, places: lookup.places, outcome: outcome,
      findings: findings)
  }

  private static func adminRow(_ lookup: ClaimLookup, given: ClaimValue?) -> MatchRow {
    MatchRow(
      claim: .isAdmin, asked: given, places: lookup.places,
      outcome: given == nil ? .absent : .notAllowed,
      findings: given == nil ? [] : [.identify(.adminSet)])
  }
}
