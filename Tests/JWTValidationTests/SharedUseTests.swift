import JWTValidation
import Testing
import VectorSupport

@Suite("one verifier for many tasks")
struct SharedUseTests {
  @Test("verdicts do not depend on what other tasks verify, nor on remembered headers")
  func tasks() async throws {
    let row = try sampleRow("kid names a key that did not sign, another did")
    let verifier = try row.verifier()
    let bad = try row.token
    let good = try sampleRow("the key that kid names").token
    let other = try sampleRow("no kid: the second key signed").token
    let unknown = try sampleRow("no key has the kid").token
    let verdicts = await withTaskGroup(of: [String].self) { group in
      for _ in 0..<8 {
        group.addTask {
          var verdicts: [String] = []
          for token in [good, bad, other, unknown, good, bad] {
            do throws(VerificationFailure) {
              let key = try verifier.verify(token, at: sampleTime).key
              verdicts.append("\(key.index)")
            } catch {
              verdicts += error.codes
            }
          }
          return verdicts
        }
      }
      return await group.reduce(into: Set<[String]>()) { $0.insert($1) }
    }
    #expect(
      verdicts == [["1", "signature.invalid", "1", "kid.unknown", "1", "signature.invalid"]])
  }

  @Test("more headers than are remembered are verified all the same")
  func manyHeaders() throws {
    let rows = try VectorRow.all("verify").filter {
      $0.name.hasPrefix("typ ") && $0.name != "typ is a number"
    }
    let verifier = try sampleRow("typ where any is accepted").verifier()
    #expect(rows.count > 8)
    for _ in 0..<2 {
      for row in rows {
        #expect(throws: Never.self) { try verifier.verify(row.token, at: sampleTime) }
      }
    }
  }
}
