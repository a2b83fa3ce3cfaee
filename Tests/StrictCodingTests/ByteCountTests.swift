import StrictCoding
import Testing

@Suite("numbers about bytes")
struct ByteCountTests {
  @Test("counting and the last one agree with looking at each byte")
  func counting() {
    var generator = SystemRandomNumberGenerator()
    for count in [0, 1, 7, 15, 16, 17, 31, 100, 4095, 4080, 4096, 9000] {
      let dense = (0..<count).map { _ in UInt8.random(in: 9...11, using: &generator) }
      for text in [dense, [UInt8](repeating: 10, count: count)] {
        let (counted, end) = (text.span.count(of: 10), text.span.endOfLast(10))
        #expect(counted == text.count { $0 == 10 })
        #expect(end == text.lastIndex(of: 10).map { $0 + 1 })
      }
    }
  }

  @Test("fingerprints differ with every byte, with the length and with the seed")
  func fingerprints() {
    let texts = (0..<104).flatMap { count in
      [[UInt8](repeating: 0, count: count)]
        + (0..<count).map { place in
          (0..<count).map { $0 == place ? 1 : 0 }
        }
    }
    let numbers = texts.flatMap { text in (1...3).map { text.span.fingerprint(seed: $0) } }
    #expect(Set(numbers).count == numbers.count)
    let again = texts.flatMap { text in (1...3).map { text.span.fingerprint(seed: $0) } }
    #expect(again == numbers)
  }
}
