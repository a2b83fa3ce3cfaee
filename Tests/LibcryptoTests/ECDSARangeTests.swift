import Libcrypto
import Testing

@Suite("the range of r and s")
struct ECDSARangeTests {
  /// n, the order of each curve's group (FIPS 186-5, SEC 2).
  private static let orders: [(name: String, order: String)] = [
    ("ES256", "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"),
    (
      "ES384",
      "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"
        + "C7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973"
    ),
    (
      "ES512",
      "01FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"
        + "FA51868783BF2F966B7FCC0148F709A5D03BB5C9B8899C47AEBB6FB71E91386409"
    ),
    ("ES256K", "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141"),
  ]

  @Test("zero, n and anything above n are refused; n - s, which is as good as s, is not")
  func range() throws {
    let message = Array("message".utf8)
    for (name, digits) in Self.orders {
      let keyed = try #require(KeyedScheme.named(name))
      let verifier = try keyed.verifier()
      let n = Self.bytes(digits)
      let signature = try keyed.signature(for: message)
      try #require(signature.count == 2 * n.count)
      let r = Array(signature[..<n.count])
      let s = Array(signature[n.count...])
      let zero = [UInt8](repeating: 0, count: n.count)
      let top = [UInt8](repeating: 0xFF, count: n.count)
      var refused = [
        zero + s, r + zero, zero + zero, n + s, r + n, n + n, top + s, r + top, s + r,
        Self.sum(n, [1]) + s, r + Self.sum(n, [1]),
      ]
      // r + n and s + n are the same numbers modulo n, where they fit at all.
      if let more = Self.fitting(Self.sum(r, n), n.count) { refused.append(more + s) }
      if let more = Self.fitting(Self.sum(s, n), n.count) { refused.append(r + more) }
      for (index, other) in refused.enumerated()
      where verifier.isValid(signature: other.span, message: message.span) {
        Issue.record("\(name): \(index)")
      }
      let mirrored = r + Self.difference(n, s)
      let isMirroredGood = verifier.isValid(signature: mirrored.span, message: message.span)
      #expect(isMirroredGood, "RFC 7518 asks for no canonical s: \(name)")
    }
  }

  @Test("s + L of an Ed25519 signature, the same number modulo L, is refused")
  func edwardsRange() throws {
    let keyed = try #require(KeyedScheme.named("Ed25519"))
    let message = Array("message".utf8)
    let signature = try keyed.signature(for: message)
    let order = Self.bytes("1000000000000000000000000000000014DEF9DEA2F79CD65812631A5CF5D3ED")
    let s = Array(signature[32...].reversed())
    let more = Array(try #require(Self.fitting(Self.sum(s, order), 32)).reversed())
    let changed = Array(signature[..<32]) + more
    let verifier = try keyed.verifier()
    let isGood = verifier.isValid(signature: changed.span, message: message.span)
    #expect(!isGood)
  }

  // Arithmetic on big-endian bytes.

  private static func bytes(_ digits: String) -> [UInt8] {
    let values = digits.compactMap(\.hexDigitValue)
    return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
  }

  /// The sum, as wide as the wider, or one byte wider where it does not fit.
  private static func sum(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var carry = 0
    for place in 0..<max(a.count, b.count) {
      let x = place < a.count ? Int(a[a.count - 1 - place]) : 0
      let y = place < b.count ? Int(b[b.count - 1 - place]) : 0
      result.append(UInt8((x + y + carry) & 0xFF))
      carry = (x + y + carry) >> 8
    }
    if carry > 0 { result.append(1) }
    return result.reversed()
  }

  private static func fitting(_ number: [UInt8], _ count: Int) -> [UInt8]? {
    number.count == count ? number : nil
  }

  private static func difference(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var borrow = 0
    for place in a.indices.reversed() {
      let value = Int(a[place]) - Int(b[place]) - borrow
      result.append(UInt8(value & 0xFF))
      borrow = value < 0 ? 1 : 0
    }
    return result.reversed()
  }
}
