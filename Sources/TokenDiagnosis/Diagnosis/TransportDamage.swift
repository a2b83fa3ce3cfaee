import StrictCoding

/// What the way of a text may have done to it: the texts that it may have been before.
enum TransportDamage {
  struct Repair {
    let bytes: [UInt8]
    let causes: [DiagnosisCause]
  }

  /// The texts that differ from the given one, those with the fewest repairs first.
  static func repairs(of given: [UInt8]) -> [Repair] {
    var repairs: [Repair] = []
    var seen: Set<[UInt8]> = [given]
    func add(_ bytes: [UInt8], _ causes: [DiagnosisCause]) {
      if !bytes.isEmpty, seen.insert(bytes).inserted {
        repairs.append(Repair(bytes: bytes, causes: causes))
      }
    }
    let steps: [(DiagnosisCause, ([UInt8]) -> [UInt8])] = [
      (.tokenPercentEncoded, withoutPercents),
      (.tokenHasWhiteSpace, withoutWhiteSpace),
      (.tokenHasPadding, withoutPadding),
      (.tokenInStandardAlphabet, Base64Text.urlAlphabet),
      (.tokenDoubled, once),
    ]
    for (cause, change) in steps { add(change(given), [cause]) }
    for part in tokens(in: given) { add(part, [.tokenSurrounded]) }
    // All that apply, one after another: mails and settings do several at once.
    var all = given
    var causes: [DiagnosisCause] = []
    for (cause, change) in steps {
      let changed = change(all)
      guard changed != all else { continue }
      all = changed
      causes.append(cause)
      add(all, causes)
    }
    for part in tokens(in: all) { add(part, causes + [.tokenSurrounded]) }
    for piece in repetitions(in: all) { add(piece, causes + [.tokenDoubled]) }
    for text in separations(of: all) { add(text, causes + [.dotMissing]) }
    for (text, count) in beginnings(of: all) {
      add(text, causes + [.startMissing(characterCount: count)])
    }
    return repairs
  }

  /// The pieces of a text that starts over, of which the one or the other was cut.
  private static func repetitions(in text: [UInt8]) -> [[UInt8]] {
    let start = text.prefix(12)
    guard start.count == 12 else { return [] }
    var places: [Int] = [0]
    while places.count < 4, let last = places.last,
      let next = text[(last + 1)...].firstRange(of: start)
    {
      places.append(next.lowerBound)
    }
    guard places.count > 1 else { return [] }
    return zip(places, places.dropFirst() + [text.count]).map { begin, end in
      Array(text[begin..<end].reversed().drop { !isPart($0) }.reversed())
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool { Base64Text.alphabet.contains(byte) }

  /// A text of two parts with a dot where one may have been lost: before what claims start with, or
  /// before as many characters as signatures have.
  private static func separations(of text: [UInt8]) -> [[UInt8]] {
    let dot = UInt8(ascii: ".")
    let dots = text.indices.filter { text[$0] == dot }
    guard dots.count == 1, let only = dots.first else { return [] }
    // A few: each is a copy of the text, and a text of nothing but such starts would have very many.
    var places = Array(
      text[..<only].indices.dropFirst().lazy.filter { text[$0...].starts(with: "eyJ".utf8) }
        .prefix(8))
    // HMAC and ECDSA of each size, EdDSA, and RSA of 2048 to 4096 bits.
    places += [43, 64, 86, 128, 176, 152, 342, 512, 683].map { text.count - $0 }
      .filter { $0 > only + 1 }
    return places.map { Array(text[..<$0] + [dot] + text[$0...]) }
  }

  /// The text behind what headers start with, as far as it may have been cut off.
  private static func beginnings(of text: [UInt8]) -> [(text: [UInt8], count: Int)] {
    guard !text.starts(with: "eyJ".utf8), text.contains(UInt8(ascii: ".")) else { return [] }
    // {"alg":", {"typ":", {"kid":", and the same with a blank behind the colon.
    let starts = ["eyJhbGciOiJ", "eyJ0eXAiOiJ", "eyJraWQiOiJ", "eyJhbGciOiAi", "eyJ0eXAiOiAi"]
    return starts.flatMap { start in
      (1...start.utf8.count).map { count in (Array(start.utf8.prefix(count)) + text, count) }
    }
  }

  private static func withoutWhiteSpace(_ text: [UInt8]) -> [UInt8] {
    text.filter { !isWhiteSpace($0) }
  }

  private static func withoutPadding(_ text: [UInt8]) -> [UInt8] {
    text.filter { $0 != UInt8(ascii: "=") }
  }

  private static func withoutPercents(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let high = hexDigitValue(rest[rest.startIndex]),
        let low = hexDigitValue(rest[rest.startIndex + 1])
      {
        rest = rest.dropFirst(2)
        result.append(high << 4 | low)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// The half of a text that is its half twice, with or without something between.
  private static func once(_ text: [UInt8]) -> [UInt8] {
    for gap in 0...2 where text.count > gap && (text.count - gap).isMultiple(of: 2) {
      let half = (text.count - gap) / 2
      if text[..<half].elementsEqual(text[(half + gap)...]) { return Array(text[..<half]) }
    }
    return text
  }

  /// The pieces of a text that have two dots and else only characters of base64url.
  private static func tokens(in text: [UInt8]) -> [[UInt8]] {
    let alphabet = Set(Base64Text.alphabet + [UInt8(ascii: ".")])
    return text.split { !alphabet.contains($0) }
      .filter { $0.count { $0 == UInt8(ascii: ".") } == 2 && $0.count < text.count }
      .prefix(8).map { Array($0) }
  }
}
