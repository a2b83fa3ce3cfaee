/// A claims set with the places of the registered claims, found in one pass over the members.
struct ClaimsUnderTest {
  let object: JSONObject
  private var positions = InlineArray<7, Int>(repeating: -1)

  /// The registered claims of RFC 7519 §4.1, all of three letters.
  enum Registered: Int, CaseIterable {
    case exp, nbf, iat, iss, aud, sub, jti

    var name: String { String(describing: self) }
  }

  init(_ claims: ClaimsSet) {
    object = claims.revealed
    for position in object.indices {
      switch object.packedName(at: position) {
      case 0: continue
      case 0x70_78_65: positions[Registered.exp.rawValue] = position
      case 0x66_62_6E: positions[Registered.nbf.rawValue] = position
      case 0x74_61_69: positions[Registered.iat.rawValue] = position
      case 0x73_73_69: positions[Registered.iss.rawValue] = position
      case 0x64_75_61: positions[Registered.aud.rawValue] = position
      case 0x62_75_73: positions[Registered.sub.rawValue] = position
      case 0x69_74_6A: positions[Registered.jti.rawValue] = position
      default: continue
      }
    }
  }

  /// The value of a registered claim, or `nil` if it is not there.
  @inline(__always)
  subscript(claim: Registered) -> JSONValue? {
    let position = positions[claim.rawValue]
    return position < 0 ? nil : object[position].value
  }

  /// The time of a registered claim, or `nil` if it is not there.
  func time(_ claim: Registered) throws(ClaimFailure) -> NumericDate? {
    guard let value = self[claim] else { return nil }
    return try TimeClaim.read(value, claim: claim.name)
  }
}
