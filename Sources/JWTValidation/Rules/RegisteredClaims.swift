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
///
/// Nine bits for each claim in one word, because a word is copied faster than seven numbers are. A
/// claims set with more members than nine bits can count is searched by name, as the one bit left says.
struct RegisteredClaims: Sendable {
  private static let bitCount = 9
  private static let absent: UInt64 = 511
  private static let isSearchedFlag: UInt64 = 1 << 63

  private var positions = UInt64.max ^ isSearchedFlag

  /// Finds the registered claims of an object.
  static func find(in object: JSONObject) -> RegisteredClaims {
    var found = RegisteredClaims()
    guard object.count < Int(absent) else {
      found.positions = isSearchedFlag
      return found
    }
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

  @inline(__always)
  private mutating func note(_ claim: RegisteredClaim, _ position: Int) {
    let shift = UInt64(claim.rawValue * Self.bitCount)
    positions ^= (Self.absent ^ UInt64(position)) << shift
  }

  /// The position of a claim among the members of the object, or `nil` if it is not there.
  @inline(__always)
  func position(of claim: RegisteredClaim, in object: JSONObject) -> Int? {
    guard positions & Self.isSearchedFlag == 0 else {
      return object.firstIndex(ofName: claim.name.utf8)
    }
    let position = positions >> UInt64(claim.rawValue * Self.bitCount) & Self.absent
    return position == Self.absent ? nil : Int(position)
  }
}

extension ClaimsSet {
  /// The value of a registered claim, or `nil` if it is not there.
  @inline(__always)
  subscript(claim: RegisteredClaim) -> JSONValue? {
    registered.position(of: claim, in: revealed).map { revealed.value(at: $0) }
  }

  /// The text of a registered claim, or `nil` if it is not there or no string.
  @inline(__always)
  func string(_ claim: RegisteredClaim) -> String? {
    registered.position(of: claim, in: revealed).flatMap { revealed.string(at: $0) }
  }

  /// The kind of the value of a registered claim, or `nil` if it is not there.
  @inline(__always)
  func kind(_ claim: RegisteredClaim) -> JSONValue.Kind? {
    registered.position(of: claim, in: revealed).map { revealed.kind(at: $0) }
  }

  /// Whether a registered claim is a string of exactly the bytes of one of these texts.
  @inline(__always)
  func isString(_ claim: RegisteredClaim, oneOf texts: [[UInt8]]) -> Bool {
    guard let position = registered.position(of: claim, in: revealed) else { return false }
    // By index into a span: iterating would count a reference to each text.
    let texts = texts.span
    for index in texts.indices where revealed.isString(at: position, utf8: texts[index].span) {
      return true
    }
    return false
  }

  /// Looks for any of these texts in a registered claim that is one string or an array of strings;
  /// `nil` if it is not there.
  @inline(__always)
  func search(_ claim: RegisteredClaim, for texts: [[UInt8]]) -> JSONStringSearch? {
    registered.position(of: claim, in: revealed).map { revealed.search(at: $0, for: texts) }
  }

  /// The time of a registered claim, or `nil` if it is not there.
  @inline(__always)
  func time(_ claim: RegisteredClaim) throws(ClaimFailure) -> NumericDate? {
    guard let position = registered.position(of: claim, in: revealed) else { return nil }
    // Nearly every time is a plain whole number, which is read without making a value of it.
    if let seconds = revealed.plainInteger(at: position), TimeClaim.isPlausible(seconds) {
      return NumericDate(seconds: seconds)
    }
    return try TimeClaim.read(revealed.value(at: position), claim: claim.name)
  }
}
