import JWTValidation
import Testing
import VectorSupport

/// A few keys are compared one by one with a token's `kid`, many are found through a dictionary.
@Suite("a key among many")
struct ManyKeysTests {
  @Test("is found by its ID, or is missing, as among a few")
  func sameVerdict() throws {
    let foreign = try (0..<20).map {
      try VerificationKeys.secret([UInt8](repeating: 0x61, count: 64), keyID: "foreign \($0)")
    }
    var wrong: [String] = []
    var seen: Set<[String]> = []
    for row in try VectorRow.all("verify") {
      let token = try row.token
      guard Inspection(of: token).header?.keyID != nil else { continue }
      let few = try verdict(row, token, Array(foreign.prefix(1)))
      let many = try verdict(row, token, foreign)
      if few != many { wrong.append("\(row.name): \(few), \(many)") }
      seen.insert(many)
    }
    #expect(wrong == [])
    #expect(
      seen.isSuperset(of: [
        ["0"], ["1"], ["kid.unknown"], ["kid.ambiguous"], ["kid.wrong-algorithm"],
      ]))
  }

  private func verdict(
    _ row: VectorRow, _ token: [UInt8], _ more: [VerificationKeys]
  ) throws -> [String] {
    let verifier = try row.verifier(with: more)
    do throws(VerificationFailure) {
      return ["\(try verifier.verify(token, at: sampleTime).key.index)"]
    } catch {
      return error.codes
    }
  }
}
