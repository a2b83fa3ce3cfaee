public import StrictCoding

/// Where in a token's claims each value may stand.
///
/// The layout of the service's tokens is not published, so nothing is assumed: all places are
/// looked at, a report says where a value was found, and two places that disagree are a failure.
///
/// ```swift
/// var locations = ClaimLocations.likely
/// locations[.isAdmin] = [try JSONPointer("/https:~1~1example.com~1admin")]
/// ```
public struct ClaimLocations: Equatable, Sendable {
  private var pointers: [VeltClaim: [JSONPointer]]
  /// The ways to `permissions.resources` lists, which name organizations.
  private var resourceLists: [[String]]

  /// The objects that claims may be members of, from the top of the claims: the claims themselves,
  /// the names that libraries give to an object of custom claims, and the names of the request.
  private static let likelyParents: [[String]] = [
    [], ["data"], ["claims"], ["user"], ["context"],
    ["userProperties"], ["data", "userProperties"], ["claims", "userProperties"],
    ["user", "userProperties"],
  ]

  /// The places where a value of each claim likely stands.
  ///
  /// Each claim is looked up under its own name in the claims and in their members `data`, `claims`,
  /// `user`, `context`, `userProperties`, and `userProperties` of `data`, `claims` and `user`. In
  /// addition `sub` (RFC 7519 §4.1.2) may be the user, but nothing else; and organizations may stand
  /// in the list `permissions.resources`, at the top or in `data`, all elements of which count.
  public static let likely = ClaimLocations()

  private init() {
    pointers = [:]
    for claim in VeltClaim.allCases {
      pointers[claim] = Self.likelyParents.map { JSONPointer(members: $0 + [claim.name]) }
    }
    pointers[.userId]?.append(JSONPointer(members: ["sub"]))
    resourceLists = [["permissions", "resources"], ["data", "permissions", "resources"]]
  }

  /// The places where a claim is looked up.
  ///
  /// Setting them replaces the likely ones: a value that stands elsewhere is then not seen. For the
  /// organization, the resource lists are no longer looked at either.
  public subscript(claim: VeltClaim) -> [JSONPointer] {
    get { pointers[claim, default: []] }
    set {
      pointers[claim] = newValue
      if claim == .organizationId { resourceLists = [] }
    }
  }

  /// Finds every value of a claim.
  public func lookUp(_ claim: VeltClaim, in claims: JSONObject) -> ClaimLookup {
    var places: [ClaimPlace] = self[claim].compactMap { pointer in
      claims[pointer].map { ClaimPlace(pointer, $0, expected: claim.kind) }
    }
    if claim == .organizationId {
      for names in resourceLists {
        guard let list = claims[JSONPointer(members: names)] else { continue }
        places += ResourceList.organizations(in: list, at: names)
      }
    }
    return ClaimLookup(claim: claim, places: places)
  }
}
