import StrictCoding

/// The ways in which a text may stand for the bytes of a secret.
enum SecretText {
  /// Bytes that the given ones may stand for, and what would have to be true for that.
  struct Reading: Sendable {
    let bytes: [UInt8]
    let causes: [DiagnosisCause]
  }

  /// Every reading of a secret, the given bytes first and then the simpler ones before the others;
  /// no bytes twice.
  static func readings(of given: [UInt8]) -> [Reading] {
    var readings = [Reading(bytes: given, causes: [])]
    let cleaned = readings + cleanings(of: given)
    for reading in cleaned {
      readings.append(reading)
      for more in decodings(of: reading.bytes) + encodings(of: reading.bytes) {
        readings.append(Reading(bytes: more.bytes, causes: reading.causes + more.causes))
      }
    }
    for reading in readings where reading.causes.count <= 1 {
      for more in endings(of: reading.bytes) {
        readings.append(Reading(bytes: more.bytes, causes: reading.causes + more.causes))
      }
    }
    readings.append(Reading(bytes: [], causes: [.secretIsEmpty]))
    readings += placeholders.map {
      Reading(bytes: Array($0.utf8), causes: [.secretIsPlaceholder($0)])
    }
    var seen: Set<[UInt8]> = []
    return readings.enumerated()
      .sorted { ($0.element.causes.count, $0.offset) < ($1.element.causes.count, $1.offset) }
      .map(\.element).filter { seen.insert($0.bytes).inserted }
  }

  /// What a missing setting turns into when it is made a string.
  private static let placeholders = [
    "undefined", "null", "None", "nil", "NULL", "[object Object]",
  ]

  // MARK: Less than what was given

  private static let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]

  /// The text without what files, shells and settings put around it, one thing or all of them.
  private static func cleanings(of given: [UInt8]) -> [Reading] {
    let single = [
      step(given, .secretHasLineEnd, withoutLineEnd),
      step(given, .secretHasWhiteSpace, trimmed),
      step(given, .secretHasQuotes, unquoted),
      step(given, .secretHasEscapes, unescaped),
      step(given, .secretLacksEscapes, escaped),
      step(given, .secretHasByteOrderMark, withoutByteOrderMark),
      step(given, .secretHasPrefix, withoutPrefix),
    ].compactMap { $0 }
    let pairs = single.flatMap { first in
      [
        step(first.bytes, .secretHasQuotes, unquoted),
        step(first.bytes, .secretHasPrefix, withoutPrefix),
        step(first.bytes, .secretHasEscapes, unescaped),
        step(first.bytes, .secretHasLineEnd, withoutLineEnd),
      ].compactMap { $0 }.filter { $0.causes != first.causes }
        .map { Reading(bytes: $0.bytes, causes: first.causes + $0.causes) }
    }
    return single + pairs
  }

  private static func step(
    _ bytes: [UInt8], _ cause: DiagnosisCause, _ change: ([UInt8]) -> [UInt8]
  ) -> Reading? {
    let changed = change(bytes)
    return changed == bytes || changed.isEmpty ? nil : Reading(bytes: changed, causes: [cause])
  }

  private static func withoutLineEnd(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes.reversed().drop { $0 == 0x0A || $0 == 0x0D }.reversed())
  }

  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    let start = bytes.drop { blanks.contains($0) }
    return Array(start.reversed().drop { blanks.contains($0) }.reversed())
  }

  private static func unquoted(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > 2, let first = bytes.first, first == bytes.last,
      quotes.contains(first)
    else { return bytes }
    return Array(bytes.dropFirst().dropLast())
  }

  private static let quotes = Array("\"'`".utf8)

  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), let next = rest.first,
        let end = [UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D][next] as UInt8?
      {
        rest.removeFirst()
        result.append(end)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x0A: Array("\\n".utf8)
      case 0x0D: Array("\\r".utf8)
      default: [byte]
      }
    }
  }

  private static func withoutByteOrderMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// Without `base64:`, `hex:`, `0x`, or the `NAME=` of a file of settings.
  private static func withoutPrefix(_ bytes: [UInt8]) -> [UInt8] {
    for prefix in ["base64:", "base64url:", "b64:", "hex:", "0x"]
    where bytes.starts(with: prefix.utf8) {
      return Array(bytes.dropFirst(prefix.utf8.count))
    }
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals > 0, equals < 64,
      bytes[..<equals].allSatisfy({ isNameCharacter($0) })
    else { return bytes }
    return Array(bytes[(equals + 1)...])
  }

  private static func isNameCharacter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
      || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  // MARK: Codings

  /// The bytes that a text stands for in each coding that it may be in.
  static func decodings(of text: [UInt8]) -> [Reading] {
    var readings: [Reading] = []
    if let bytes = Base64Text.decode(text) {
      let isURL = text.contains { [UInt8(ascii: "-"), UInt8(ascii: "_")].contains($0) }
      readings.append(
        Reading(bytes: bytes, causes: [.secretEncoded(isURL ? .base64URL : .base64)]))
    }
    if let bytes = HexText.decode(text) {
      readings.append(Reading(bytes: bytes, causes: [.secretEncoded(.hexadecimal)]))
    }
    return readings.filter { !$0.bytes.isEmpty }
  }

  /// The texts that stand for bytes in each coding.
  private static func encodings(of bytes: [UInt8]) -> [Reading] {
    let standard = Base64Text.encode(bytes)
    let padding = [UInt8](repeating: UInt8(ascii: "="), count: (4 - standard.count & 3) & 3)
    let url = Base64URL.encode(bytes.span)
    let hex = HexText.encode(bytes)
    return [
      Reading(bytes: standard + padding, causes: [.secretDecoded(.base64)]),
      Reading(bytes: standard, causes: [.secretDecoded(.base64)]),
      Reading(bytes: url, causes: [.secretDecoded(.base64URL)]),
      Reading(bytes: url + padding, causes: [.secretDecoded(.base64URL)]),
      Reading(bytes: hex, causes: [.secretDecoded(.hexadecimal)]),
      Reading(
        bytes: hex.map { UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 ? $0 - 32 : $0 },
        causes: [.secretDecoded(.hexadecimal)]),
    ]
  }

  // MARK: More than what was given

  private static func endings(of bytes: [UInt8]) -> [Reading] {
    LineEnd.allCases.map {
      Reading(bytes: bytes + $0.bytes, causes: [.secretLacksLineEnd($0)])
    }
      + quotes.map { mark in
        Reading(
          bytes: [mark] + bytes + [mark],
          causes: [.secretLacksQuotes(mark: String(decoding: [mark], as: UTF8.self))])
      } + utf16(bytes).map { Reading(bytes: $0, causes: [.secretIsUTF16]) }
  }

  /// The text in UTF-16, low byte first as .NET and Windows write it, and high byte first.
  private static func utf16(_ bytes: [UInt8]) -> [[UInt8]] {
    guard let text = String(validating: bytes, as: UTF8.self) else { return [] }
    let units = Array(text.utf16)
    return [
      units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] },
      units.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] },
    ]
  }
}
