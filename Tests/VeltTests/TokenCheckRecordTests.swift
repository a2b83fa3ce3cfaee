import JOSE
import StrictCoding
import Testing
import VectorSupport

@testable import Velt

@Suite("the record of a check")
struct TokenCheckRecordTests {
  /// By the names of vectors: what a tool needs to know to choose its exit code.
  private static let cases: [(name: String, isTimeWindowOnly: Bool, isMalformed: Bool)] = [
    ("exp passed", true, false), ("iat in the future", true, false),
    ("48 hours passed and no exp", true, false), ("nbf in the future", true, false),
    ("48 hours passed and exp later", false, false), ("another user", false, false),
    ("a bad signature hides nothing", false, false), ("neither exp nor iat", false, false),
    ("the whole answer", false, true), ("two parts", false, true), ("nothing", false, true),
    ("everything that was asked for", false, false),
  ]

  @Test("tells a token of another time from a bad one, and that from no token")
  func kinds() throws {
    let vectors = try VectorFile("velt/check.json").vectors
    for (name, isTimeWindowOnly, isMalformed) in Self.cases {
      let vector = try required(vectors.first { $0["name"]?.isString(name) == true }, name)
      let record = try CheckVectorTests.check(vector).record
      #expect(record.isTimeWindowOnly == isTimeWindowOnly, "\(name)")
      #expect(record.isMalformed == isMalformed, "\(name)")
    }
  }
}
