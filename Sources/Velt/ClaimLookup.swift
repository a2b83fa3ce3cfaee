/// Every value that a token has for one claim.
public struct ClaimLookup: Equatable, Sendable {
  /// The claim.
  public let claim: VeltClaim
  /// The values in the order of the locations; empty if the token does not have the claim.
  public let places: [ClaimPlace]

  /// What keeps the values from being used: a type that is wrong, places that disagree.
  public var findings: [VeltFinding] {
    var findings: [VeltFinding] = places.filter { !$0.isUsable }.map {
      .claim(.wrongType(claim, at: $0.pointer, expected: $0.expected, found: $0.value.kind))
    }
    let usable = places.filter(\.isUsable)
    if let first = usable.first, usable.contains(where: { $0.value != first.value }) {
      findings.append(.claim(.ambiguous(claim, at: usable.map(\.pointer))))
    }
    return findings
  }

  /// The places that say `true`.
  var truePlaces: [ClaimPlace] { places.filter { $0.value == ClaimValue(true) } }
}
