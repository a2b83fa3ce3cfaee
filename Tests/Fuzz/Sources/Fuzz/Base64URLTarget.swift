import Foundation
import JWTValidation

/// A text is accepted exactly if it is the one encoding of what it decodes to.
func fuzzBase64URL(_ text: [UInt8]) {
  let encoded = Base64URL.encode(text.span)
  require((try? Base64URL.decode(encoded.span)) == text, "what was encoded decodes")
  require(encoded == foundationEncoding(text), "the encoding is Foundation's")

  do {
    let bytes = try Base64URL.decode(text.span)
    require(Base64URL.encode(bytes.span) == text, "an accepted text is the only one")
    require(bytes.count == Base64URL.decodedCount(ofEncodedCount: text.count), "the count")
  } catch {
    require(error.offset >= 0 && error.offset <= text.count, "the offset lies in the text")
    // The text up to the offset is fine: with its last character group completed it is accepted.
    if case .impossibleLength = error { return }
    let good = Array(text[..<error.offset])
    let whole = good + Array(repeating: UInt8(ascii: "A"), count: (4 - good.count % 4) % 4)
    require((try? Base64URL.decode(whole.span)) != nil, "nothing before the offset is wrong")
    if case .trailingBits = error {
      require(error.offset == text.count - 1, "only the last character has unused bits")
    } else {
      require(!isInAlphabet(text[error.offset]), "the byte at the offset is outside the alphabet")
    }
  }
}

private func foundationEncoding(_ bytes: [UInt8]) -> [UInt8] {
  Data(bytes).base64EncodedData().compactMap { byte in
    switch byte {
    case UInt8(ascii: "+"): UInt8(ascii: "-")
    case UInt8(ascii: "/"): UInt8(ascii: "_")
    case UInt8(ascii: "="): nil
    default: byte
    }
  }
}

private func isInAlphabet(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
    true
  default: false
  }
}
