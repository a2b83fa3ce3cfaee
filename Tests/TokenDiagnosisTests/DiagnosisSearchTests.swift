import JWTValidation
import Testing
import TokenDiagnosis
import VectorSupport

@Suite("the search of a diagnosis")
struct DiagnosisSearchTests {
  /// A token that nothing explains, so that every stage runs.
  private static let row = Result {
    try required(
      VectorFile("diagnosis/diagnosis.json").namedVectors.first {
        try $0.text("name") == "another secret"
      }, "the row")
  }

  private static func diagnosis(
    budget: Int = Diagnosis.defaultBudget,
    _ isContinued: (DiagnosisProgress) -> Bool = { _ in true }
  ) throws -> Diagnosis {
    let row = try row.get()
    let key = try required(row["keys"]?.array?.first?.object, "a key").text("text")
    return Diagnosis(
      of: Array(try row.text("token").utf8), keys: [try DiagnosisKey(Array(key.utf8))],
      budget: budget, isContinued: isContinued)
  }

  @Test("a caller can end the search, and the result says so")
  func cancellation() throws {
    var calls = 0
    let diagnosis = try Self.diagnosis { _ in
      calls += 1
      return calls < 3
    }
    #expect(diagnosis.stop == .cancelled && calls == 3)
    #expect(diagnosis.outcome == .unexplained)
    #expect(diagnosis.checkCount < 1000)
  }

  @Test("no more signatures are checked than the budget allows", arguments: [1, 47, 400, 5000])
  func budget(budget: Int) throws {
    let diagnosis = try Self.diagnosis(budget: budget)
    #expect(diagnosis.checkCount == budget && diagnosis.stop == .budget)
  }

  @Test("a token of many members is given up soon, and can be interrupted on the way")
  func largeTokens() throws {
    let members = (0..<3000).map { "\"m\($0)\":\"\(String(repeating: "x", count: 80))\"" }
    let payload = Base64URL.encode(Array("{\(members.joined(separator: ","))}".utf8).span)
    let head = Array("eyJhbGciOiJIUzI1NiJ9.".utf8)
    let token = head + payload + Array(".\(String(repeating: "A", count: 43))".utf8)
    let key = try DiagnosisKey(Array("a secret that does not fit".utf8))
    let bounded = Diagnosis(of: token, keys: [key], budget: 1000)
    #expect(bounded.stop == .budget && bounded.checkCount < 20)
    var calls = 0
    let cancelled = Diagnosis(of: token, keys: [key]) { _ in
      calls += 1
      return calls < 2
    }
    #expect(cancelled.stop == .cancelled && cancelled.checkCount < 20)
  }

  @Test("a text that is larger than any token is not searched")
  func tooLarge() throws {
    let key = try DiagnosisKey(Array("a secret".utf8))
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 3 << 20)
    let diagnosis = Diagnosis(of: text, keys: [key])
    guard case .noToken(let error) = diagnosis.outcome else {
      Issue.record("\(diagnosis.outcome)")
      return
    }
    #expect(error.code == "token.too-large" && diagnosis.checkCount == 0)
  }

  @Test("a text that starts over and over is repaired in a few ways only")
  func manyStarts() throws {
    let key = try DiagnosisKey(Array("a secret".utf8))
    let starts = String(repeating: "eyJ", count: 60_000)
    for text in [starts + ".AAAA", "e30." + starts, starts + ".." + starts] {
      let diagnosis = Diagnosis(of: Array(text.utf8), keys: [key], budget: 20)
      #expect(diagnosis.checkCount <= 20)
    }
  }

  @Test("progress counts up through the stages in their order")
  func progress() throws {
    var seen: [DiagnosisProgress] = []
    let diagnosis = try Self.diagnosis {
      seen.append($0)
      return true
    }
    let stages = DiagnosisStage.allCases
    #expect(diagnosis.tried.map(\.stage) == stages)
    #expect(seen.map(\.checkCount) == seen.map(\.checkCount).sorted())
    let order = seen.compactMap { stages.firstIndex(of: $0.stage) }
    #expect(order == order.sorted() && seen.count > 10)
  }

  @Test("a key shows nothing of itself, and one of no bytes is refused")
  func key() throws {
    let key = try DiagnosisKey(Array("very secret".utf8))
    #expect(!"\(key) \(String(reflecting: key))".contains("very"))
    var dumped = ""
    dump(key, to: &dumped)
    #expect(!dumped.contains("very") && key.count == 1)
    #expect(throws: KeyError.empty) { try DiagnosisKey([]) }
    #expect(throws: KeyError.self) { try DiagnosisKey(Array("-----BEGIN X-----".utf8)) }
  }
}
