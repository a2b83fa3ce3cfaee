import Velt

extension ClaimDifference {
  /// How the values of a claim differ, without either of them.
  func sentence(about claim: VeltClaim, comparedWith other: String) -> String {
    switch self {
    case .missing: "the token has no \(claim.name), but \(other) has one"
    case .notGiven: "the token has \(claim.name), but \(other) does not"
    case .letterCase: "the token's \(claim.name) differs from \(other) in upper and lower case"
    case .different: "the token's \(claim.name) is not that of \(other)"
    }
  }
}
