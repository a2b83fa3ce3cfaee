import JOSE
import StrictCoding
import Testing
import VectorSupport

@Suite("headers and token shapes")
struct HeaderTests {
  @Test("every header breaks exactly the rules of the table")
  func headers() throws {
    let vectors = try VectorFile("jose/headers.json").namedVectors
    var codes: Set<String> = []
    for vector in vectors {
      let text = Array(try vector.text("header").utf8)
      let header = try JOSEHeader(encoded: Base64URL.encode(text.span).span)
      let found = header.violations.map(\.code)
      let name = try vector.text("name")
      #expect(try found == vector.texts("expect"), "\(name)")
      codes.formUnion(found)
      for violation in header.violations where violation != .algorithmMissing {
        #expect(header.parameters[violation.parameter] != nil)
      }
    }
    #expect(
      codes == [
        "alg.missing", "b64.not-critical", "crit.absent", "crit.duplicate", "crit.empty",
        "crit.standard-parameter", "crit.unsupported", "crit.wrong-type", "header.wrong-type",
        "jwk.private-key",
      ])
  }

  @Test("every text has the shape of the table")
  func shapes() throws {
    let vectors = try VectorFile("jose/tokens.json").namedVectors
    for vector in vectors {
      let text = Array(try vector.text("text").utf8)
      let limit = try vector.optionalCount("limit") ?? 1 << 20
      let code = Self.code(text, limit: limit)
      let name = try vector.text("name")
      #expect(code == vector["expect"]?.string, "\(name)")
    }
    #expect(
      vectors.expectedCodes.isSuperset(of: [
        "header.not-an-object", "token.empty", "token.encrypted", "token.json-serialization",
        "token.segment-count", "token.too-large",
      ]))
  }

  private static func code(_ text: [UInt8], limit: Int) -> String? {
    do throws(TokenError) {
      let segments = try CompactSegments(text.span, limit: limit)
      _ = try JOSEHeader(encoded: text.span.extracting(segments.header))
      // The parts and their two dots are the whole text.
      let parts: [TokenSegment] = [.header, .payload, .signature]
      let count = parts.reduce(2) { $0 + segments.range(of: $1).count }
      return count == text.count ? nil : "parts that do not join"
    } catch {
      return error.code
    }
  }

  @Test("what a header says is read byte by byte")
  func readings() throws {
    let text = Array(#"{"alg":"NonE","kid":"k\u0031","typ":"JWT","b64":false,"crit":["b64"]}"#.utf8)
    let header = try JOSEHeader(encoded: Base64URL.encode(text.span).span)
    #expect(header.isUnsecured)
    #expect(header.algorithm == nil)
    #expect(header.keyID == "k1")
    #expect(header.type == "JWT")
    #expect(!header.isPayloadEncoded)
    // Without crit the header breaks a rule, and its b64 promises nothing.
    let broken = Array(#"{"alg":"HS256","b64":false}"#.utf8)
    #expect(try JOSEHeader(encoded: Base64URL.encode(broken.span).span).isPayloadEncoded)
    for name in ["", "nonee", "NON", "n\u{f6}ne"] {
      let other = Array("{\"alg\":\"\(name)\"}".utf8)
      #expect(try !JOSEHeader(encoded: Base64URL.encode(other.span).span).isUnsecured)
    }
  }
}
