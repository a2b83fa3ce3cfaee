import JWTValidation
import Testing
import TokenDiagnosis
import VectorSupport

/// Runs the rows of `TestVectors/difference/difference.json`; the README beside it documents them.
@Suite("the difference of two tokens")
struct DifferenceVectorTests {
  private static let rows = Result { try VectorFile("difference/difference.json").namedVectors }

  @Test("every pair compares as its vector says")
  func vectors() throws {
    var wrong: [String] = []
    for row in try Self.rows.get() {
      let difference = ClaimsDifference(
        first: try Self.claims(row, "first"), second: try Self.claims(row, "second"))
      let found = difference.rows.map(Self.words)
      if found != (try row.texts("rows")) || difference.isSameMeaning != row["same"]?.boolean {
        wrong.append("\(try row.text("name")): \(found)")
      }
    }
    #expect(wrong == [])
  }

  @Test("what is the same in one direction is the same in the other")
  func symmetry() throws {
    for row in try Self.rows.get() {
      let (first, second) = (try Self.claims(row, "first"), try Self.claims(row, "second"))
      #expect(
        ClaimsDifference(first: first, second: second).isSameMeaning
          == ClaimsDifference(first: second, second: first).isSameMeaning)
      #expect(ClaimsDifference(first: first, second: first).differences.isEmpty)
    }
  }

  @Test("headers are compared too, and a token that cannot be read is named by its side")
  func tokens() throws {
    let first = Array("eyJhbGciOiJIUzI1NiJ9.e30.AAAA".utf8)
    let second = Array("eyJhbGciOiJub25lIn0.e30.".utf8)
    let rows = try ClaimsDifference(first, second).differences
    #expect(rows.map { "\($0)" } == ["header /alg: changed"])
    #expect(throws: DifferenceError(side: .second, finding: .token(.segmentCount(1)))) {
      try ClaimsDifference(first, Array("hello".utf8))
    }
    #expect(throws: DifferenceError(side: .first, finding: .token(.empty))) {
      try ClaimsDifference([], first)
    }
  }

  private static func claims(_ row: JSONObject, _ name: String) throws -> JSONObject {
    try required(JSONValue.parse(Array(try row.text(name).utf8)).object, name)
  }

  private static func words(_ row: MemberDifference) -> String {
    let start = "\(row.pointer) \(row.kind.rawValue)"
    switch row.comparison {
    case .value: return start
    case .time(let seconds): return start + (seconds.map { " \($0)" } ?? "")
    case .set(let added, let removed):
      return ([start] + added.map { "+\($0)" } + removed.map { "-\($0)" }).joined(separator: " ")
    }
  }
}
