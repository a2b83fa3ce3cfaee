public import StrictCoding

/// Compares the claims of a token with what was requested, byte for byte.
///
/// | asked for | accepted |
/// |---|---|
/// | `userId`, `organizationId` | exactly that |
/// | `isAdmin: true` | `true` |
/// | `isAdmin: false`, or nothing | no `isAdmin`, or `false` |
/// | `email` | exactly that |
/// | no `email` | no `email`; one that is there is a note |
///
/// A match says nothing about who made the token: that is for the signature to say.
public struct RequestMatch: Equatable, Sendable {
  /// One line for each claim, in the order of `VeltClaim`.
  public let rows: [MatchRow]

  /// Compares claims with a request.
  public init(
    _ request: TokenRequest, claims: JSONObject, locations: ClaimLocations = .likely
  ) {
    rows = VeltClaim.allCases.map { claim in
      let lookup = locations.lookUp(claim, in: claims)
      return switch claim {
      case .userId:
        Self.textRow(lookup, asked: request.userId) { .userIdMismatch($0) }
      case .organizationId:
        Self.textRow(lookup, asked: request.organizationId) { .organizationMismatch($0) }
      case .isAdmin: Self.adminRow(lookup, asked: request.isAdmin)
      case .email: Self.textRow(lookup, asked: request.email) { .emailMismatch($0) }
      }
    }
  }

  /// What is to be said about all lines; empty for a plain match.
  public var findings: [VeltFinding] { rows.flatMap(\.findings) }

  private static func textRow(
    _ lookup: ClaimLookup, asked: String?, mismatch: (ClaimDifference) -> RequestFinding
  ) -> MatchRow {
    let asked = asked.map { ClaimValue($0) }
    let found = lookup.places.first?.value
    var findings = lookup.findings
    let outcome: MatchOutcome
    if !findings.isEmpty {
      outcome = .unusable
    } else if let asked {
      outcome = MatchOutcome(asked: asked, found: found)
    } else {
      outcome = found == nil ? .absent : .unrequested
    }
    if case .differs(let difference) = outcome { findings.append(.request(mismatch(difference))) }
    if outcome == .unrequested {
      findings.append(.request(.emailNotRequested(at: lookup.places.map(\.pointer))))
    }
    return MatchRow(
      claim: lookup.claim, asked: asked, places: lookup.places, outcome: outcome,
      findings: findings)
  }

  /// An administrator who was not asked for is reported even if other places of the token deny it.
  private static func adminRow(_ lookup: ClaimLookup, asked: Bool?) -> MatchRow {
    let found = lookup.places.first?.value
    var findings = lookup.findings
    let isUsable = findings.isEmpty
    let outcome: MatchOutcome
    if asked == true {
      outcome = isUsable ? MatchOutcome(asked: ClaimValue(true), found: found) : .unusable
      if case .differs(let difference) = outcome {
        findings.append(.request(.adminMissing(difference)))
      }
    } else if !lookup.truePlaces.isEmpty {
      outcome = isUsable ? .unrequested : .unusable
      findings.append(.request(.adminNotRequested(at: lookup.truePlaces.map(\.pointer))))
    } else if !isUsable {
      outcome = .unusable
    } else if found == nil {
      outcome = .absent
    } else {
      outcome = asked == nil ? .isFalse : .equal
    }
    return MatchRow(
      claim: .isAdmin, asked: asked.map { ClaimValue($0) }, places: lookup.places,
      outcome: outcome, findings: findings)
  }
}

extension MatchOutcome {
  /// Compares what must be there with what is.
  init(asked: ClaimValue, found: ClaimValue?) {
    if let found {
      self =
        found == asked
        ? .equal
        : .differs(found.differsInLetterCase(from: asked) ? .letterCase : .different)
    } else {
      self = .differs(.missing)
    }
  }
}
