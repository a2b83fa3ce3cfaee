import JWTValidation
import Testing
import TokenDiagnosis
import VectorSupport

/// Runs the rows of `TestVectors/diagnosis/diagnosis.json`; the README beside it documents them.
@Suite("diagnosis")
struct DiagnosisVectorTests {
  private static let rows = Result { try VectorFile("diagnosis/diagnosis.json").namedVectors }

  @Test("every vector is explained as it says, and by nothing else")
  func vectors() throws {
    var wrong: [String] = []
    for row in try Self.rows.get() {
      let found = try Self.summary(of: Self.diagnosis(row))
      let expected = try Self.summary(expectedBy: row)
      if found != expected { wrong.append("\(try row.text("name")): \(found), not \(expected)") }
    }
    #expect(wrong == [])
  }

  @Test("every code of a cause or a suspicion is in a vector")
  func codes() throws {
    let texts = try Self.rows.get().flatMap { try $0.texts("causes") + $0.texts("suspicions") }
    let sources = try SourceCodes.starting(with: "diagnosis.")
    #expect(sources.count > 50)
    let missing = sources.subtracting(texts.map { "diagnosis." + $0 })
    #expect(missing.sorted() == [])
  }

  static func diagnosis(_ row: JSONObject) throws -> Diagnosis {
    let keys = try required(row["keys"]?.array, "keys").map { key in
      let key = try required(key.object, "a key")
      return try DiagnosisKey(
        key["text"]?.stringBytes
          ?? Base64URL.decode(Array(try key.text("base64url").utf8).span))
    }
    let algorithms = try (row["algorithms"] == nil ? [] : row.texts("algorithms")).map {
      try required(SignatureAlgorithm(named: $0.utf8), $0)
    }
    return Diagnosis(
      of: Array(try row.text("token").utf8), keys: keys, algorithms: algorithms,
      budget: try row.optionalCount("budget") ?? Diagnosis.defaultBudget)
  }

  /// What came out, in a form that can be compared and read.
  private static func summary(of diagnosis: Diagnosis) -> [String] {
    let outcome: [String] =
      switch diagnosis.outcome {
      case .fits: ["fits"]
      case .explained(let miss): miss.causes.map(\.code)
      case .unexplained: []
      case .noToken(let error): [error.code]
      @unknown default: ["unknown"]
      }
    return outcome + diagnosis.suspicions.map(\.code) + [diagnosis.stop.rawValue]
  }

  private static func summary(expectedBy row: JSONObject) throws -> [String] {
    let codes = try (row.texts("causes") + row.texts("suspicions")).map { "diagnosis." + $0 }
    return (row["fits"]?.boolean == true ? ["fits"] : [])
      + (row["noToken"]?.string.map { [$0] } ?? []) + codes + [row["stop"]?.string ?? "finished"]
  }
}
