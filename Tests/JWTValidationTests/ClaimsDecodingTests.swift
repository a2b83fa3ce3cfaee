import Foundation
import JWTValidation
import Testing
import VectorSupport

@Suite("claims as a type of the caller's")
struct ClaimsDecodingTests {
  private struct Claims: Decodable, Equatable {
    enum Role: String, Decodable { case admin, reader }
    enum Plan: Decodable, Equatable {
      case free
      case paid(seats: Int)
    }
    struct Place: Decodable, Equatable {
      var city: String
      var floors: [Int8]
    }
    var sub: String
    var exp: NumericDate
    var roles: [Role]
    var plan: Plan
    var place: Place
    var places: [Place?]
    var nickname: String?
    var limits: [String: UInt64]
    var ratio: Double
    var active: Bool
  }

  @Test("nested objects, arrays, optionals, enumerations, dictionaries and times are read")
  func everything() throws {
    let claims = try claimsSet(
      #"{"sub":"u\u00e9","exp":1767225600.25,"roles":["admin","reader"],"#
        + #""plan":{"paid":{"seats":3}},"place":{"city":"X","floors":[-128,127]},"#
        + #""places":[null,{"city":"Y","floors":[]}],"nickname":null,"#
        + #""limits":{"a":18446744073709551615},"ratio":0.1,"active":true,"more":[{}]}"#)
    #expect(
      try claims.decode()
        == Claims(
          sub: "u\u{e9}", exp: NumericDate(seconds: 1_767_225_600, nanoseconds: 250_000_000),
          roles: [.admin, .reader], plan: .paid(seats: 3),
          place: .init(city: "X", floors: [-128, 127]),
          places: [nil, .init(city: "Y", floors: [])], nickname: nil, limits: ["a": .max],
          ratio: 0.1, active: true))
  }

  /// Reads member `v` of an object as a type, and gives the error's text if it is refused.
  private static func refusal<Value: Decodable>(_ type: Value.Type, _ text: String) -> String? {
    do {
      _ = try claimsSet("{\"v\":\(text)}").decode(as: [String: Value].self)
      return nil
    } catch {
      return String(reflecting: error)
    }
  }

  @Test("numbers are exact or refused")
  func numbers() {
    let accepted = [
      Self.refusal(Int.self, "1.0"), Self.refusal(Int.self, "1e2"), Self.refusal(Int8.self, "-128"),
      Self.refusal(UInt64.self, "18446744073709551615"),
      Self.refusal(Int64.self, "-9223372036854775808"),
      Self.refusal(Double.self, "1e308"), Self.refusal(Float.self, "0.5"),
    ]
    #expect(accepted.allSatisfy { $0 == nil })
    let refused = [
      Self.refusal(Int.self, "1.5"), Self.refusal(Int.self, "9223372036854775808"),
      Self.refusal(Int8.self, "128"), Self.refusal(UInt.self, "-1"),
      Self.refusal(UInt8.self, "256"),
      Self.refusal(Int.self, "1e400"), Self.refusal(Double.self, "1e400"),
      Self.refusal(Float.self, "1e39"), Self.refusal(Int.self, #""1""#),
      Self.refusal(Int.self, "true"),
      Self.refusal(Int.self, "null"), Self.refusal(Bool.self, "1"), Self.refusal(String.self, "1"),
      Self.refusal(NumericDate.self, "1767225600000"), Self.refusal(NumericDate.self, #""x""#),
      Self.refusal([Int].self, "{}"), Self.refusal([String: Int].self, "[]"),
    ]
    #expect(refused.allSatisfy { $0 != nil })
  }

  @Test("a Date is refused, wherever it stands, instead of read as seconds since 2001")
  func dates() throws {
    struct Outer { struct Date: Decodable { var year: Int } }
    let refused = [
      Self.refusal(Date.self, "1767225600"), Self.refusal(Date?.self, "1767225600"),
      Self.refusal([Date].self, "[1767225600]"), Self.refusal([String: Date].self, #"{"a":1}"#),
    ]
    #expect(refused.allSatisfy { $0?.contains("NumericDate") == true })
    #expect(Self.refusal(Outer.Date.self, #"{"year":2026}"#) == nil, "a type that shares the name")
  }

  @Test("errors name the place and no value of the token")
  func errors() throws {
    enum Role: String, Decodable { case admin }
    enum Level: Int, Decodable { case one = 1 }
    let secret = "top-secret-value"
    let texts = [
      Self.refusal(Role.self, "\"\(secret)\""), Self.refusal([Role].self, "[\"\(secret)\"]"),
      Self.refusal(Role?.self, "\"\(secret)\""), Self.refusal(Int.self, "\"\(secret)\""),
      Self.refusal([String: Role].self, "{\"k\":\"\(secret)\"}"),
      Self.refusal(Level.self, "77770077"), Self.refusal(Range<Int>.self, "[77770077,3]"),
      Self.refusal(ClosedRange<Int>.self, "[77770077,3]"), Self.refusal(Int8.self, "77770077"),
      Self.refusal(UUID.self, "\"\(secret)\""), Self.refusal(URL.self, "\"\""),
    ]
    for text in texts {
      let text = try required(text, "an error")
      #expect(!text.contains(secret) && !text.contains("77770077") && text.contains("v"))
    }
    let paths = [
      (#"{"a":{"b":[1,"x"]}}"#, ["a", "b", "1"]), (#"{"a":{}}"#, ["a"]), (#"{}"#, []),
    ]
    for (text, path) in paths {
      do {
        _ = try claimsSet(text).decode(as: Nested.self)
        Issue.record("decoded \(text)")
      } catch DecodingError.typeMismatch(_, let context), DecodingError.keyNotFound(_, let context)
      {
        #expect(context.codingPath.map(\.stringValue) == path)
      }
    }
  }

  private struct Nested: Decodable {
    struct Inner: Decodable { var b: [Int] }
    var a: Inner
  }

  /// Uses every way into a container that synthesized code does not.
  private struct ByHand: Decodable {
    var parent: [Int]
    var named: String
    var names: [String]
    var inner: Int
    var rest: [Int]
    var elements: [Int]

    enum Key: String, CodingKey { case named, object, list, missing }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: Key.self)
      parent = try [Int](from: members.superDecoder())
      named = try String(from: members.superDecoder(forKey: .named))
      names = members.allKeys.map(\.stringValue)
      inner = try members.nestedContainer(keyedBy: Key.self, forKey: .object)
        .decode(Int.self, forKey: .named)
      var list = try members.nestedUnkeyedContainer(forKey: .list)
      elements = []
      if try list.decodeNil() { elements.append(list.currentIndex) }
      elements.append(
        try list.nestedContainer(keyedBy: Key.self).decode(Int.self, forKey: .named))
      var deep = try list.nestedUnkeyedContainer()
      rest = [deep.count ?? -1, try deep.decode(Int.self)]
      elements.append(try Int(from: list.superDecoder()))
      let isPast = (try? list.decode(Int.self)) == nil && list.isAtEnd
      elements.append(isPast ? 1 : 0)
    }
  }

  @Test("super, nested and unkeyed containers are there for types that decode by hand")
  func containers() throws {
    let claims = try claimsSet(
      #"{"super":[1],"named":"n","object":{"named":2},"list":[null,{"named":3},[4,5],6]}"#)
    let value = try claims.decode(as: ByHand.self)
    #expect(value.parent == [1] && value.named == "n" && value.inner == 2)
    #expect(value.names == ["named", "object", "list"])
    #expect(value.rest == [2, 4] && value.elements == [1, 3, 6, 1])
  }
}
