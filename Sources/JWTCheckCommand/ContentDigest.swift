import JWTValidation
import TokenReport

/// A digest of several texts, by which somebody knows later whether they are the same.
struct ContentDigest {
  private var digests: [UInt8] = []

  /// Adds a text; where one ends and the next begins makes a difference.
  mutating func add(_ text: [UInt8]) { digests += ByteDigest(of: text.span)?.bytes ?? [] }

  /// Adds what another digest was made of.
  mutating func add(_ other: ContentDigest) { add(other.digests) }

  /// The digest of all texts in hexadecimal digits.
  var text: String {
    let digits = Array("0123456789abcdef")
    let bytes = ByteDigest(of: digests.span)?.bytes ?? []
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
