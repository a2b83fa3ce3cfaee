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
    return repairs
  }

  private static func withoutWhiteSpace(_ text: [UInt8]) -> [UInt8] {
    text.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }

  private static func withoutPadding(_ text: [UInt8]) -> [UInt8] {
    text.filter { $0 != UInt8(ascii: "=") }
  }

  private static func withoutPercents(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let high = HexText.value(rest[rest.startIndex]),
        let low = HexText.value(rest[rest.startIndex + 1])
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
