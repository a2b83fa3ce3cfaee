import JWTValidation
import Testing
import VectorSupport

@Suite("verify.json")
struct VerifyVectorTests {
  @Test("every token is accepted, or refused with exactly its codes")
  func codes() throws {
    var wrong: [String] = []
    for row in try VectorRow.all("verify") {
      let verifier = try row.verifier()
      let token = try row.token
      let now = try required(try row.at, "at")
      var codes: [String] = []
      var key: Int?
      do throws(VerificationFailure) {
        key = try verifier.verify(token, at: now).key.index
      } catch {
        codes = error.codes
      }
      if codes != (try row.expect) { wrong.append("\(row.name): \(codes)") }
      if let expected = row.expectKey, expected != key {
        wrong.append("\(row.name): key \(key ?? -1)")
      }
    }
    #expect(wrong == [])
  }

  @Test("verifying a token again, with its header remembered, gives the same")
  func again() throws {
    var wrong: [String] = []
    for row in try VectorRow.all("verify") {
      let verifier = try row.verifier()
      let token = try row.token
      let now = try required(try row.at, "at")
      let first = Result { () throws(VerificationFailure) in try verifier.verify(token, at: now).key
      }
      let second = Result { () throws(VerificationFailure) in
        try verifier.verify(String(decoding: token, as: UTF8.self), at: now).key
      }
      if first != second { wrong.append(row.name) }
    }
    #expect(wrong == [])
  }

  @Test("a report has the same verdict, every step in order, and the same findings")
  func reports() throws {
    var wrong: [String] = []
    for row in try VectorRow.all("verify") {
      let report = try row.verifier().report(try row.token, at: try required(try row.at, "at"))
      var codes: [String] = []
      if case .failure(let failure) = report.result { codes = failure.codes }
      var told: [Finding] = []
      for case .failed(let findings) in report.checks.map(\.outcome) {
        told += findings.filter { !told.contains($0) }
      }
      let isRight =
        codes == (try row.expect) && told.map(\.code) == codes
        && report.checks.map(\.name) == Check.Name.allCases
      if !isRight { wrong.append("\(row.name): \(told.map(\.code))") }
    }
    #expect(wrong == [])
  }

  @Test("no check of a report passes behind one that ended the matter")
  func notReached() throws {
    var wrong: [String] = []
    let stages: Set<Check.Name> = [.structure, .header, .algorithm, .key, .signature, .payload]
    for row in try VectorRow.all("verify") {
      let report = try row.verifier().report(try row.token, at: try required(try row.at, "at"))
      let failed = report.checks.firstIndex {
        if case .failed = $0.outcome { stages.contains($0.name) } else { false }
      }
      guard let failed else { continue }
      let before = report.checks[..<failed].allSatisfy { $0.outcome == .passed }
      let after = report.checks[(failed + 1)...].allSatisfy { $0.outcome == .skipped(.notReached) }
      if !before || !after { wrong.append(row.name) }
    }
    #expect(wrong == [])
  }

  @Test("each failure names its claim, and only those that waiting could change are about time")
  func facts() throws {
    let claims = ["age": "iat", "lifetime": "exp"]
    // The claims that the vectors require or have rules for, and a place inside one.
    let others = ["scope", "plan", "level", "ok", "roles", "a", "b", "/a/b"]
    let windows = ["exp.passed", "nbf.in-future", "iat.in-future", "age.exceeded"]
    var wrong: [String] = []
    for row in try VectorRow.all("verify") {
      let report = try row.verifier().report(try row.token, at: try required(try row.at, "at"))
      guard case .failure(.claims(let failures)) = report.result else { continue }
      for failure in failures {
        let start = failure.code.split(separator: ".").first.map(String.init) ?? ""
        let isRight =
          (start == "claim"
            ? others.contains(failure.claim) : failure.claim == claims[start] ?? start)
          && failure.isTimeWindow == windows.contains(failure.code)
          && Finding.claim(failure).severity == .error
        if !isRight { wrong.append("\(row.name): \(failure.code) \(failure.claim)") }
      }
    }
    #expect(wrong == [])
  }

  @Test("an inspection has no error for a token that is accepted")
  func inspections() throws {
    var wrong: [String] = []
    var count = 0
    for row in try VectorRow.all("verify") where try row.expect.isEmpty {
      count += 1
      let inspection = Inspection(of: try row.token, maximumByteCount: row.maximumByteCount)
      if inspection.findings.contains(where: { $0.severity == .error }) { wrong.append(row.name) }
    }
    #expect(wrong == [])
    #expect(count > 80)
  }
}
