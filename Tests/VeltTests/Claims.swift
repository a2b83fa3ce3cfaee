import StrictCoding
import VectorSupport

/// The claims of a test, written as JSON.
func claims(_ text: String) throws -> JSONObject {
  try required(try JSONValue.parse(Array(text.utf8)).object, text)
}
