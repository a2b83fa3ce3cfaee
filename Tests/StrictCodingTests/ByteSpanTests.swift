import StrictCoding
import Testing

@Suite("searching bytes")
struct ByteSpanTests {
  @Test("a byte is found where it first stands, at every place and from every start")
  func firstOffset() {
    var count = 0
    // Below and above the steps of 8, 16 and 64 bytes.
    let lengths = Array(0...34) + [63, 64, 65, 79, 80, 81, 127, 128, 129, 150]
    for length in lengths {
      for place in 0..<length {
        // Neighbours of the byte in value, and bytes with the top bit, must not be taken for it.
        var bytes = (0..<length).map { [UInt8(0x2D), 0x2F, 0xAE, 0x00][$0 % 4] }
        bytes[place] = 0x2E
        if place + 1 < length { bytes[place + 1] = 0x2E }
        for start in 0...length {
          let expected = bytes[start...].firstIndex(of: 0x2E)
          if bytes.span.firstOffset(of: 0x2E, from: start) != expected {
            Issue.record("\(length) \(place) \(start)")
          }
          count += 1
        }
      }
    }
    #expect(count == lengths.reduce(0) { $0 + $1 * ($1 + 1) })
  }

  @Test("bytes are equal when each is, whatever the length")
  func isEqual() {
    for length in 0...20 {
      let bytes = (0..<length).map { UInt8($0) }
      let copy = bytes.map { $0 }
      let longer = bytes + [0]
      let isCopyEqual = bytes.span.isEqual(to: copy.span)
      let isLongerEqual = bytes.span.isEqual(to: longer.span)
      #expect(isCopyEqual && !isLongerEqual)
      for place in 0..<length {
        var other = bytes
        other[place] ^= 0x80
        if bytes.span.isEqual(to: other.span) { Issue.record("\(length) \(place)") }
      }
    }
  }

  @Test("a piece is added whole, with and without room behind it")
  func append() {
    let word: UInt64 = 0x0807_0605_0403_0201
    for room in [0, 8, 32] {
      for length in 0...8 {
        let expected = (0..<length).map { UInt8($0 + 1) }
        var pieces: [UInt8] = [0xFF]
        var words: [UInt8] = [0xFF]
        pieces.append(addingCapacity: length + room) { $0.append(bytes: expected.span) }
        words.append(addingCapacity: length + room) { $0.append(word: word, count: length) }
        if pieces != [0xFF] + expected || words != pieces { Issue.record("\(room) \(length)") }
      }
    }
  }
}
