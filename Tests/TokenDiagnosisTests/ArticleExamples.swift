import JWTIssuing
import JWTValidation
import Testing
import TokenDiagnosis

/// The examples of the articles of TokenDiagnosis, so that they are compiled and run.
@Suite("examples of the articles about diagnosis")
struct ArticleExamples {
  private func reasons(_ token: [UInt8], _ secret: String) throws -> [String] {
    let key = try DiagnosisKey(Array(secret.utf8))
    let diagnosis = Diagnosis(of: token, keys: [key], algorithms: [.hs256])
    if case .explained(let miss) = diagnosis.outcome {
      return miss.causes.map(\.code)
    }
    return diagnosis.suspicions.map(\.code)
  }

  private func unwise(_ token: [UInt8]) -> [String] {
    guard case .findings(let findings) = Linter.lint(token) else { return ["unreadable"] }
    let policy = LintPolicy(denying: .warning, allowing: ["lint.email"])
    return policy.fails(findings) ? policy.remaining(findings).map(\.code) : []
  }

  private func rules(_ token: [UInt8]) -> [String] {
    var lines: [String] = []
    for check in Linter.checks(of: token) where !check.findings.isEmpty {
      let codes = check.findings.map { "\($0.code) is \($0.severity)" }
      lines.append("\(check.rule): \(codes.joined(separator: ", "))")
    }
    return lines
  }

  private func differences(_ yesterday: [UInt8], _ today: [UInt8]) throws -> [String] {
    let difference = try ClaimsDifference(yesterday, today)
    return difference.isSameMeaning ? [] : difference.differences.map(\.description)
  }

  private static let secret = "synthetic secret of more than 32 bytes"

  private func token(_ claims: JSONTree) throws -> [UInt8] {
    let key = try SigningKey.secret(Array(Self.secret.utf8))
    return Array(try TokenSigner(key: key, algorithm: .hs256).sign(claims).utf8)
  }

  @Test("do what they say")
  func run() throws {
    let first = try token(["aud": ["a", "b"], "exp": 1_767_225_600])
    let second = try token(["aud": ["b", "a"], "exp": 1_767_229_200])
    #expect(try reasons(first, Self.secret + "\n") == ["diagnosis.secret-has-line-end"])
    #expect(try reasons(first, "another secret").last == "diagnosis.wrong-key-or-content")
    #expect(unwise(first).contains("lint.iss-missing"))
    #expect(rules(first).contains("typ: lint.typ-general is note"))
    #expect(rules([]) == [])
    #expect(unwise([]) == ["unreadable"])
    #expect(try differences(first, first) == [])
    #expect(try differences(first, second).contains("payload /exp: changed"))
  }
}
