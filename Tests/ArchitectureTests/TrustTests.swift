import Testing

/// Types whose values are proofs are made in one place each, at the end of the checks.
@Suite("where trust is made")
struct TrustTests {
  private static let makers = [
    (call: "VerifiedToken(", place: "Sources/JWTValidation/Verifier.swift"),
    (call: "VerifiedPayload(", place: "Sources/JWTValidation/AcceptedSignature.swift"),
    (call: "AcceptedSignature(", place: "Sources/JWTValidation/JWSVerifier.swift"),
    (call: "AcceptedHeader(", place: "Sources/JWTValidation/JWSVerifier.swift"),
    (call: "VeltToken(", place: "Sources/Velt/TokenCheck.swift"),
  ]

  @Test("each proof is made by one call")
  func calls() throws {
    let files = try SourceFile.sources()
    for (call, place) in Self.makers {
      let found = files.flatMap { file in
        file.lines.filter { $0.text.contains(call) && withoutLiterals($0.text).contains(call) }
          .map { file.violation($0.number, $0.text) }
      }
      #expect(found.count == 1 && found[0].hasPrefix(place + ":"), "\(found) instead of \(place)")
    }
  }

  @Test(
    "the initializer of a verified token is named where it is declared and called, nowhere else")
  func label() throws {
    let places = try SourceFile.sources().flatMap { file in
      file.lines.filter { $0.text.contains("afterAllChecks") }.map { _ in file.path }
    }
    #expect(
      places == [
        "Sources/JWTValidation/VerifiedToken.swift", "Sources/JWTValidation/Verifier.swift",
      ])
  }

  @Test("no initializer of a proof is public or package")
  func initializers() throws {
    var violations: [String] = []
    let files = ["VerifiedToken", "AcceptedSignature", "HeaderCache", "VeltToken"]
    for file in try SourceFile.sources()
    where files.contains(where: { file.path.hasSuffix("/\($0).swift") }) {
      for (number, code) in file.lines
      where code.contains("public init") || code.contains("package init") {
        violations.append(file.violation(number, code))
      }
    }
    #expect(violations == [])
  }
}
