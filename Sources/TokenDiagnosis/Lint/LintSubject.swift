import JOSE
import JWTValidation
import StrictCoding

/// A token as the rules see it.
struct LintSubject: Sendable {
  let token: [UInt8]
  let header: JOSEHeader
  let claims: JSONObject
  let hasSignature: Bool

  /// A value anywhere in the claims.
  struct Leaf {
    /// The name of the member that holds the value, or that holds the array with it.
    let name: [UInt8]
    let pointer: JSONPointer
    let value: JSONValue
  }

  /// Every value in the claims, those inside objects and arrays too.
  ///
  /// Names that no pointer can be made for do not exist: a pointer takes any text.
  var leaves: [Leaf] {
    var leaves: [Leaf] = []
    func visit(_ value: JSONValue, _ name: [UInt8], _ path: [String]) {
      if !path.isEmpty {
        leaves.append(Leaf(name: name, pointer: JSONPointer(members: path), value: value))
      }
      if let object = value.object {
        for member in object { visit(member.value, member.nameBytes, path + [member.name]) }
      } else if let array = value.array {
        for (index, element) in array.enumerated() { visit(element, name, path + [String(index)]) }
      }
    }
    visit(JSONValue(claims), [], [])
    return leaves
  }

  /// A time claim in seconds, if it is one.
  func seconds(_ claim: String) -> Int64? {
    claims[claim].flatMap { try? TimeClaim.read($0, claim: claim).seconds }
  }

  /// The claims that are times.
  static let timeClaims = ["exp", "nbf", "iat", "auth_time", "updated_at"]
}

/// Names of claims without what spelling adds: `user_id`, `userId` and `USER-ID` are one name.
enum FoldedName {
  static func fold(_ name: some Sequence<UInt8>) -> [UInt8] {
    name.compactMap { byte in
      switch byte {
      case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " "): nil
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
      default: byte
      }
    }
  }

  static func set(_ names: String...) -> Set<[UInt8]> { Set(names.map { Array($0.utf8) }) }
}
