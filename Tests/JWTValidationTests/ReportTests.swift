import JWTValidation
import Testing
import VectorSupport

@Suite("a report of a verification")
struct ReportTests {
  private static func outcomes(
    _ name: String, at now: NumericDate = sampleTime
  ) throws -> [Check.Name: Check.Outcome] {
    let row = try sampleRow(name)
    let report = try row.verifier().report(try row.token, at: now)
    return Dictionary(uniqueKeysWithValues: report.checks.map { ($0.name, $0.outcome) })
  }

  @Test("says of every step that passed, was waived, was not asked for or had nothing to look at")
  func accepted() throws {
    let waived = Check.Outcome.skipped(.waived("the vector does not ask"))
    let outcomes = try Self.outcomes("a token with a good signature and a time left is accepted")
    let expected: [Check.Name: Check.Outcome] = [
      .structure: .passed, .header: .passed, .algorithm: .passed, .key: .passed,
      .signature: .passed, .payload: .passed, .typ: .skipped(.notAsked), .exp: .passed,
      .nbf: .skipped(.absent), .iat: .skipped(.absent), .age: .skipped(.notAsked),
      .lifetime: .skipped(.notAsked), .iss: waived, .aud: waived, .sub: .skipped(.absent),
      .jti: .skipped(.absent), .required: .skipped(.notAsked), .rules: .skipped(.notAsked),
    ]
    #expect(outcomes == expected)
    #expect(try Self.outcomes("no exp where none is asked for")[.exp] == waived)
    #expect(try Self.outcomes("a further claim")[.required] == .passed)
  }

  @Test("repeats the reason for which a kind or a limit is waived")
  func waivers() throws {
    let row = try sampleRow("a token with a good signature and a time left is accepted")
    let verifier = try row.verifier { policy in
      policy.type = .ignored("c")
      policy.lifetime = .ignored("d")
    }
    let report = verifier.report(try row.token, at: sampleTime)
    let reasons = report.checks.compactMap { check in
      if case .skipped(.waived(let reason)) = check.outcome {
        "\(check.name) \(reason)"
      } else {
        nil
      }
    }
    #expect(
      reasons == [
        "typ c", "lifetime d", "iss the vector does not ask", "aud the vector does not ask",
      ])
  }

  @Test("gives the facts with a failure, all of a rule's in one line")
  func facts() throws {
    let expired = try Self.outcomes("exp exactly now")[.exp]
    #expect(expired == .failed([.claim(.expired(at: sampleTime, now: sampleTime))]))
    let missing = try Self.outcomes("registered claims that are missing keep their names")
    guard case .failed(let findings) = missing[.required] else {
      throw VectorError(missing: "a failure")
    }
    #expect(
      findings.map(\.claim) == ["nbf", "jti", "sub", "aud", "iss", "scope", "exp"])
    let age = try Self.outcomes("age of an iat that is no time is told once")[.age]
    #expect(age == .skipped(.notReached))
    let audience = try Self.outcomes("aud a list with a number beside the right name")[.aud]
    #expect(
      audience
        == .failed([.claim(.wrongType(claim: "aud", expected: [.string], found: .number))]))
  }

  @Test(
    "puts a failure at the step it belongs to",
    arguments: [
      ("one part", Check.Name.structure), ("the signature has padding", .structure),
      ("the header has a leading zero", .header), ("the header is an array", .header),
      ("crit is empty", .header), ("alg none with no signature", .algorithm),
      ("alg 'HS384' where HS256 is allowed", .algorithm), ("no key has the kid", .key),
      ("HS256 by another secret", .signature), ("the payload is an array", .payload),
      ("the payload has a leading zero", .payload),
    ])
  func steps(name: String, step: Check.Name) throws {
    let outcomes = try Self.outcomes(name)
    let failed = outcomes.filter { if case .failed = $0.value { true } else { false } }
    #expect(failed.keys.map(\.rawValue) == [step.rawValue])
  }
}
