/// The registered claims of RFC 7519 §4.1, all of three letters.
enum RegisteredClaim: Int {
  case exp, nbf, iat, iss, aud, sub, jti

  /// Spelled out: to ask the runtime for the name of a case takes longer than a whole HMAC.
  var name: String {
    switch self {
    case .exp: "exp"
    case .nbf: "nbf"
    case .iat: "iat"
    case .iss: "iss"
    case .aud: "aud"
    case .sub: "sub"
    case .jti: "jti"
    }
  }
}

/// Where the registered claims stand among the members, found in one pass over them.
struct RegisteredClaims: Sendable {
  private var positions = InlineArray<7, Int32>(repeating: -1)

  /// Finds the registered claims of an object.
  static func find(in object: JSONObject) -> RegisteredClaims {
    var found = RegisteredClaims()
    object.forEachNameOfThree { name, position in
      switch name {
      case 0x70_78_65: found.note(.exp, position)
      case 0x66_62_6E: found.note(.nbf, position)
      case 0x74_61_69: found.note(.iat, position)
      case 0x73_73_69: found.note(.iss, position)
      case 0x64_75_61: found.note(.aud, position)
      case 0x62_75_73: found.note(.sub, position)
      case 0x69_74_6A: found.note(.jti, position)
      default: break
      }
    }
    return found
  }

  private mutating func note(_ claim: RegisteredClaim, _ position: Int) {
    positions[claim.rawValue] = Int32(truncatingIfNeeded: position)
  }

  /// The position of a claim among the members, or `nil` if it is not there.
  func position(of claim: RegisteredClaim) -> Int? {
    let position = positions[claim.rawValue]
    return position < 0 ? nil : Int(position)
  }
}

extension ClaimsSet {
  /// The value of a registered claim, or `nil` if it is not there.
  subscript(claim: RegisteredClaim) -> JSONValue? {
    registered.position(of: claim).map { revealed.value(at: $0) }
  }

  /// The time of a registered claim, or `nil` if it is not there.
  func time(_ claim: RegisteredClaim) throws(ClaimFailure) -> NumericDate? {
    guard let position = registered.position(of: claim) else { return nil }
    // Nearly every time is a plain whole number, which is read without making a value of it.
    if let seconds = revealed.plainInteger(at: position), TimeClaim.isPlausible(seconds) {
      return NumericDate(seconds: seconds)
    }
    return try TimeClaim.read(revealed.value(at: position), claim: claim.name)
  }
}
