import JWTValidation
import StrictCoding
import Testing

@testable import TokenReport

@Suite("places in a token")
struct TokenSpanTests {
  @Test("the characters of a span are those that change when its bytes change")
  func characters() {
    let bytes: [UInt8] = Array("abcdefghijk".utf8)
    let text = Base64URL.encode(bytes.span)
    var wrong: [String] = []
    for offset in bytes.indices {
      for length in 1...(bytes.count - offset) {
        var other = bytes
        for index in offset..<offset + length { other[index] ^= 0xFF }
        let changed = zip(text, Base64URL.encode(other.span)).enumerated()
          .filter { $0.element.0 != $0.element.1 }.map(\.offset)
        let span = TokenSpan(
          .payload, isDecoded: true, offset: offset, length: length, start: 100)
        let first = span.tokenColumn - 101
        if changed != Array(first..<first + span.tokenLength) {
          wrong.append("\(offset) \(length)")
        }
      }
    }
    #expect(wrong == [])
  }

  @Test("a span of text that is not encoded has as many characters as bytes")
  func unencoded() {
    let span = TokenSpan(.signature, isDecoded: false, offset: 3, length: 2, start: 10)
    #expect(span.tokenColumn == 14 && span.tokenLength == 2)
  }

  @Test("a place in a file is counted as editors count, without a byte order mark")
  func positions() {
    let token = Array("eyJhIjoxfQ".utf8)
    let before = [0xEF, 0xBB, 0xBF] + Array("{\r\n \"\u{1F511}ö\": \"".utf8)
    let file = TokenFile(
      path: "/a b/t.json", text: before + token + Array("\"\n".utf8),
      token: before.count..<before.count + token.count)
    // The value 1 is byte 5 of {"a":1}, which lies in the characters 6 and 7 of the token.
    let span = TokenSpan(.header, isDecoded: true, offset: 5, length: 1, start: 0)
    let location = String(decoding: file.sarif(span).encoded(), as: UTF8.self)
    #expect(
      location == """
        {"artifactLocation":{"uri":"file:///a%20b/t.json"},"region":{"startLine":2,"startColumn":16,\
        "endColumn":18,"charOffset":18,"charLength":2}}
        """)
  }
}
