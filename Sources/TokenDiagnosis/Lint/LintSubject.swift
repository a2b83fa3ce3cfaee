import JOSE
import JWTValidation
import StrictCoding

/// A token as the rules see it.
struct LintSubject: Sendable {
  let token: [UInt8]
  let header: JOSEHeader
  let claims: JSONObject
  let hasSignature: Bool
  /// Every value in the claims, those inside objects and arrays too: found once for all rules.
  let leaves: [Leaf]

  init(token: [UInt8], header: JOSEHeader, claims: JSONObject, hasSignature: Bool) {
    self.token = token
    self.header = header
    self.claims = claims
    self.hasSignature = hasSignature
    var leaves: [Leaf] = []
    func visit(_ value: JSONValue, _ name: [UInt8], at place: Place?) {
      if let place { leaves.append(Leaf(name: name, place: place, value: value)) }
      if let object = value.object {
        for member in object {
          let name = member.nameBytes
          visit(member.value, name, at: Place(.name(name), in: place))
        }
      } else if let array = value.array {
        for (index, element) in array.enumerated() {
          visit(element, name, at: Place(.index(index), in: place))
        }
      }
    }
    visit(JSONValue(claims), [], at: nil)
    self.leaves = leaves
  }

  /// A value anywhere in the claims.
  struct Leaf: Sendable {
    /// The name of the member that holds the value, or that holds the array with it.
    let name: [UInt8]
    fileprivate let place: Place
    let value: JSONValue

    /// Where the value stands. Made when it is asked for: few values are in a finding, and together
    /// their pointers are as long as they are many and deep.
    var pointer: JSONPointer {
      var path: [String] = []
      var next: Place? = place
      while let place = next {
        switch place.step {
        case .name(let name): path.append(String(decoding: name, as: UTF8.self))
        case .index(let index): path.append(String(index))
        }
        next = place.parent
      }
      return JSONPointer(members: path.reversed())
    }
  }

  /// The last step of the way to a value, and the step before it.
  fileprivate final class Place: Sendable {
    enum Step: Sendable {
      case name([UInt8])
      case index(Int)
    }

    let step: Step
    let parent: Place?

    init(_ step: Step, in parent: Place?) {
      self.step = step
      self.parent = parent
    }
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
