import JWTValidation
import Velt

/// Reads where the claims of a requested token are looked up.
enum LocationReader {
  static func locations(_ member: Member?) throws(PolicyFileError) -> ClaimLocations {
    var locations = ClaimLocations.likely
    guard let member else { return locations }
    let members = try member.members()
    guard !members.object.isEmpty else { throw member.error(.empty) }
    try members.expectOnly(VeltClaim.allCases.map(\.name))
    for claim in VeltClaim.allCases {
      guard let places = members.optional(claim.name) else { continue }
      let isList = places.value.kind == .array
      var pointers: [JSONPointer] = []
      for place in isList ? try places.elements() : [places] {
        let text = try place.string(or: isList ? [] : [.array])
        let pointer = try Member.pointer(text, at: place)
        guard !pointers.contains(pointer) else { throw place.error(.duplicate) }
        pointers.append(pointer)
      }
      locations[claim] = pointers
    }
    return locations
  }
}
