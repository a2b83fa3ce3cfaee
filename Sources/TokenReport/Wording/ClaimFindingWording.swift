import StrictCoding
package import Velt

extension ClaimFinding: Worded {
  package var message: String {
    switch self {
    case .ambiguous(let claim, let places):
      "\(claim.name) has different values in several places: \(ShownName.pointers(places))"
    case .wrongType(let claim, let place, let expected, let found):
      "\(claim.name) at \(ShownName.pointer(place)) has \(found.foundWords)"
        + " where \(expected.words) is needed"
    }
  }

  package var hint: String? {
    switch self {
    case .ambiguous: "have one place only: readers would disagree about which one counts"
    case .wrongType(.isAdmin, _, .boolean, _):
      "only true and false without quotes say who is an administrator"
    case .wrongType: "make the value with that type where the token is requested"
    }
  }
}
