import StrictCoding
import Testing
import VectorSupport

@Suite("base64url")
struct Base64URLTests {
  @Test("every vector is decoded and encoded again, or refused at its offset")
  func vectors() throws {
    let vectors = try VectorFile("strict-coding/base64url.json").namedVectors
    for vector in vectors {
      let name = try vector.text("name")
      let text = try vector.input()
      let (bytes, error) = Self.decode(text)
      #expect(try bytes == (error == nil ? vector.hex("bytes") : nil), "\(name)")
      #expect(error?.code == vector["expect"]?.string, "\(name)")
      #expect(try error?.offset == vector.optionalCount("offset"), "\(name)")
      #expect(bytes.map { Base64URL.encode($0.span) } == (error == nil ? text : nil), "\(name)")
    }
    #expect(
      vectors.expectedCodes == [
        "base64url.impossible-length", "base64url.invalid-character", "base64url.padding",
        "base64url.standard-alphabet", "base64url.trailing-bits", "base64url.white-space",
      ])
  }

  @Test("bytes of every length come back as they were")
  func roundTrips() throws {
    for count in 0...70 {
      for seed in 0..<4 {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: ($0 + 1) * (67 + 58 * seed)) }
        let text = Base64URL.encode(bytes.span)
        let decoded = try Base64URL.decode(text.span)
        let joined = Base64URL.decode(text.span, followedBy: text.span)
        // One check each: thousands of successful ones would take longer than the work itself.
        if decoded != bytes || text != SlowBase64URL.encode(bytes)
          || Base64URL.decodedCount(ofEncodedCount: text.count) != count
          || joined?.bytes != bytes + bytes || joined?.firstCount != count
        {
          Issue.record("\(count) bytes, seed \(seed)")
        }
      }
    }
  }

  @Test("every ending of a text is judged as bit by bit")
  func endings() {
    var count = 0
    for whole in [0, 4, 8, 12] {
      let start = [UInt8](repeating: UInt8(ascii: "Z"), count: whole)
      for first in UInt8.min...UInt8.max {
        count += Self.compare(start + [first])
        for second in SlowBase64URL.alphabet {
          count += Self.compare(start + [second, first])
          count += Self.compare(start + [UInt8(ascii: "x"), second, first])
        }
      }
    }
    #expect(count == 4 * 256 * (1 + 2 * 64))
  }

  @Test("every byte at every place of a text is judged as bit by bit")
  func places() {
    var count = 0
    for length in 1...26 {
      for place in 0..<length {
        var text = [UInt8](repeating: UInt8(ascii: "A"), count: length)
        for byte in UInt8.min...UInt8.max {
          text[place] = byte
          count += Self.compare(text)
        }
      }
    }
    #expect(count == 26 * 27 / 2 * 256)
  }

  @Test("of two texts that are decoded together a fault in either is found")
  func pairs() {
    let good = Array("Zm9v".utf8)
    for bad in ["A", "Zh", "Zm9", "Zm+v", "Zm9v!"].map({ Array($0.utf8) }) {
      let isGoodFirst = Base64URL.decode(good.span, followedBy: bad.span) != nil
      let isGoodSecond = Base64URL.decode(bad.span, followedBy: good.span) != nil
      #expect(!isGoodFirst && !isGoodSecond)
    }
  }

  /// Compares the decoder with one that is too simple to be wrong.
  private static func compare(_ text: [UInt8]) -> Int {
    let (fast, error) = decode(text)
    if fast != SlowBase64URL.decode(text) || error != Base64URL.firstError(in: text.span) {
      Issue.record("\(text)")
    }
    return 1
  }

  private static func decode(_ text: [UInt8]) -> ([UInt8]?, Base64URLError?) {
    do throws(Base64URLError) {
      return (try Base64URL.decode(text.span), nil)
    } catch {
      return (nil, error)
    }
  }
}

/// base64url by the letter of RFC 4648 §5, one bit at a time.
enum SlowBase64URL {
  static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  private static let values = Dictionary(
    uniqueKeysWithValues: alphabet.enumerated().map { ($1, $0) })

  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var bits = bytes.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
    while !bits.count.isMultiple(of: 6) { bits.append(0) }
    return stride(from: 0, to: bits.count, by: 6).map { start in
      alphabet[bits[start..<start + 6].reduce(0) { $0 * 2 + Int($1) }]
    }
  }

  static func decode(_ text: [UInt8]) -> [UInt8]? {
    var bits: [Int] = []
    for character in text {
      guard let value = values[character] else { return nil }
      bits += (0..<6).map { value >> (5 - $0) & 1 }
    }
    guard bits.count % 8 < 6, !bits[(bits.count / 8 * 8)...].contains(1) else { return nil }
    return stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
      UInt8(bits[start..<start + 8].reduce(0) { $0 * 2 + $1 })
    }
  }
}
