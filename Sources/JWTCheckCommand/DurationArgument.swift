/// A length of time given on the command line: seconds, or numbers with units.
package struct DurationArgument: Equatable, Sendable {
  /// Whole seconds, never negative.
  package let seconds: Int64
  /// Nanoseconds on top of `seconds`, 0...999 999 999.
  package let nanoseconds: Int32

  /// The most seconds that are accepted: 1000 years of 365 days. A longer time is a slip of units,
  /// and with this bound nobody who adds it to a moment has to fear an overflow.
  static let limit: Int64 = 1000 * 365 * 86_400

  /// Names a length of time by its parts.
  package init(seconds: Int64, nanoseconds: Int32 = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// Reads a duration: `90`, `0.5`, `90s`, `30m`, `48h`, `7d`, or units from large to small in one
  /// word, `1h30m`.
  ///
  /// - Throws: `ValueProblem` saying what was expected.
  package init(_ text: String) throws(ValueProblem) {
    if let number = DecimalDigits(text[...].utf8) {
      guard number.whole <= Self.limit else { throw Self.tooLong(text) }
      self.init(seconds: number.whole, nanoseconds: number.billionths)
    } else {
      self.init(seconds: try Self.sum(ofParts: text))
    }
  }

  private static let units: [(letter: UInt8, seconds: Int64)] = [
    (UInt8(ascii: "d"), 86_400), (UInt8(ascii: "h"), 3600), (UInt8(ascii: "m"), 60),
    (UInt8(ascii: "s"), 1),
  ]

  private static func sum(ofParts text: String) throws(ValueProblem) -> Int64 {
    var rest = text[...].utf8
    var remainingUnits = units[...]
    var total: Int64 = 0
    repeat {
      let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      rest = rest.dropFirst(digits.count)
      guard !digits.isEmpty, let letter = rest.popFirst(),
        let unit = remainingUnits.firstIndex(where: { $0.letter == letter })
      else { throw notADuration(text) }
      guard let count = DecimalDigits.integer(digits), count <= limit else { throw tooLong(text) }
      // At most four terms of at most limit * 86 400 each: far from the end of Int64.
      total += count * units[unit].seconds
      remainingUnits = units[(unit + 1)...]
    } while !rest.isEmpty
    guard total <= limit else { throw tooLong(text) }
    return total
  }

  private static func notADuration(_ text: String) -> ValueProblem {
    ValueProblem(
      "\(ShownText.quoted(text)) is not a duration",
      hint: "write seconds, or units from large to small: 90, 90s, 30m, 48h, 7d, 1h30m")
  }

  private static func tooLong(_ text: String) -> ValueProblem {
    ValueProblem("\(ShownText.quoted(text)) is longer than 1000 years")
  }
}
