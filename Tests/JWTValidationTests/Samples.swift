import JWTValidation
import VectorSupport

/// The time of the vectors: 2026-01-01T00:00:00Z.
let sampleTime = NumericDate(seconds: 1_767_225_600)

/// A row of `verify.json` by its name.
func sampleRow(_ name: String) throws -> VectorRow {
  try required(try VectorRow.all("verify").first { $0.name == name }, name)
}

/// Claims as JSON in the form that `claims(as:)` reads.
func claimsSet(_ text: String) throws -> ClaimsSet {
  ClaimsSet(try required(try JSONValue.parse(Array(text.utf8)).object, text))
}
