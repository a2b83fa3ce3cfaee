import Testing
import VectorSupport

@testable import StrictCoding

@Suite("JSON numbers")
struct JSONNumberTests {
  @Test("every vector has its whole value, its seconds and its billionths, exactly")
  func vectors() throws {
    let vectors = try VectorFile("strict-coding/numbers.json").namedVectors
    for vector in vectors {
      let name = try vector.text("name")
      let number = try Self.number(vector.text("text"))
      let time = number.flooredToNanoseconds
      #expect(number.isInteger == vector["isInteger"]?.boolean, "\(name)")
      #expect(number.integer().map { "\($0)" } == vector["integer"]?.string, "\(name)")
      #expect(
        number.integer(as: UInt64.self).map { "\($0)" } == vector["unsigned"]?.string, "\(name)")
      #expect(time.map { "\($0.whole)" } == vector["seconds"]?.string, "\(name)")
      #expect(
        try time.map { Int($0.nanoseconds) } == vector.optionalCount("nanoseconds"), "\(name)")
      #expect(try number.text == vector.text("text"), "\(name)")
    }
    #expect(vectors.count >= 44)
  }

  @Test("numbers are equal when their values are, whatever their spelling")
  func equality() throws {
    let classes = [
      ["0", "-0", "0.0", "0e9", "-0.00E-5"], ["1", "1.0", "10e-1", "0.1e1", "1E0"],
      ["-1", "-1.000"], ["1e2", "100"], ["0.25", "25e-2"], ["1e400", "10e399"],
      ["9007199254740993"], ["9007199254740992"], ["1e-400"],
    ]
    for (row, texts) in classes.enumerated() {
      for (column, others) in classes.enumerated() {
        for text in texts {
          for other in others where try (Self.number(text) == Self.number(other)) != (row == column)
          {
            Issue.record("\(text) and \(other)")
          }
        }
      }
    }
  }

  @Test("doubles are the nearest ones, and too large a number is none")
  func doubles() throws {
    let table: [(String, Double?)] = [
      ("0.1", 0.1), ("-2.5e-3", -0.0025), ("1e308", 1e308), ("1e309", nil), ("-1e309", nil),
      ("1e-400", 0), ("9007199254740993", 9_007_199_254_740_992),
    ]
    for (text, expected) in table { #expect(try Self.number(text).double == expected, "\(text)") }
  }

  @Test("a number of very many digits takes no more than one look at each", .timeLimit(.minutes(1)))
  func longNumbers() throws {
    let digits = String(repeating: "7", count: 200_000)
    let limits = JSONLimits.file
    for text in [digits, "0.\(digits)", "1e\(digits)", "1e-\(digits)", "-\(digits).5e-200000"] {
      let value = try JSONValue.parse(Array(text.utf8), limits: limits)
      let number = try #require(value.number)
      #expect(number.integer() == nil)
      _ = number.double
      _ = number.flooredToNanoseconds
    }
  }

  @Test("a short whole number is read without making a number of it, and no other is")
  func plainIntegers() throws {
    let table: [(String, Int64?)] = [
      ("0", 0), ("-0", 0), ("7", 7), ("-7", -7), ("999999999999999999", 999_999_999_999_999_999),
      ("-999999999999999999", -999_999_999_999_999_999), ("1000000000000000000", nil), ("1.0", nil),
      ("1e2", nil), ("\"1\"", nil), ("true", nil), ("null", nil), ("{}", nil),
    ]
    for (text, expected) in table {
      #expect(try JSONValue.parse(Array(text.utf8)).plainInteger == expected, "\(text)")
    }
  }

  @Test("of up to 18 digits every one counts, and anything among them that is no digit is seen")
  func digits() {
    let digits = Array("918273645546372819".utf8)
    let others = Array("./:eE+- \u{0}é".utf8)
    for count in 1...digits.count {
      let text = Array("[".utf8) + digits.prefix(count) + Array("]".utf8)
      let range = 1..<count + 1
      #expect(
        JSONText.plainInteger(text, range) == Int64(String(decoding: text[range], as: UTF8.self)))
      for place in range {
        // A minus sign in front is part of a number; behind it a digit must follow.
        for other in others where place > 1 || other != UInt8(ascii: "-") || count == 1 {
          var broken = text
          broken[place] = other
          #expect(JSONText.plainInteger(broken, range) == nil, "\(other) at \(place) of \(count)")
        }
      }
    }
  }

  private static func number(_ text: String) throws -> JSONNumber {
    try required(JSONValue.parse(Array(text.utf8)).number, "a number")
  }
}
