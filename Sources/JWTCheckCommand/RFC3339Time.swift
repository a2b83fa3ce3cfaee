import TokenReport

/// Reads one date and time of RFC 3339 §5.6, field by field, so that the error names the field.
struct RFC3339Time {
  /// The moment that was read.
  let moment: TimeArgument

  /// Reads the whole text.
  ///
  /// - Throws: `ValueProblem` naming the first field that is wrong.
  init(_ text: String) throws(ValueProblem) {
    var scanner = Scanner(text: text, rest: text[...].utf8)
    let year = try scanner.number(4)
    try scanner.skip("-")
    let month = try scanner.number(2)
    try scanner.skip("-")
    let day = try scanner.number(2)
    guard !scanner.rest.isEmpty else {
      throw ValueProblem(
        "\(ShownText.quoted(text)) is a date without a time of day",
        hint: "add it with an offset: \(ShownText.escaped(text))T00:00:00Z")
    }
    try scanner.skip("Tt ")
    let hour = try scanner.number(2)
    try scanner.skip(":")
    let minute = try scanner.number(2)
    try scanner.skip(":")
    let second = try scanner.number(2)
    let nanoseconds = try scanner.fraction()
    let offset = try scanner.offset()
    guard scanner.rest.isEmpty else { throw Self.notATime(text) }

    let isLeap = second == 60
    guard
      let date = CivilDate(
        year: year, month: month, day: day, hour: hour, minute: minute,
        second: isLeap ? 59 : second)
    else {
      throw ValueProblem("\(ShownText.quoted(text)) names a date or time that does not exist")
    }
    let seconds = date.secondsSinceEpoch - offset + (isLeap ? 1 : 0)
    guard !isLeap || seconds % 86_400 == 0 else {
      throw ValueProblem("\(ShownText.quoted(text)): second 60 exists only at 23:59:60 UTC")
    }
    moment = TimeArgument(seconds: seconds, nanoseconds: nanoseconds)
  }

  /// The answer to a text that has no resemblance to a time.
  static func notATime(_ text: String) -> ValueProblem {
    ValueProblem(
      "\(ShownText.quoted(text)) is not a time",
      hint: "write 2026-01-02T03:04:05Z or seconds since 1970")
  }
}

/// The position inside the text.
private struct Scanner {
  let text: String
  var rest: Substring.UTF8View

  /// Reads exactly so many digits.
  mutating func number(_ count: Int) throws(ValueProblem) -> Int {
    let digits = rest.prefix(count)
    guard digits.count == count, let value = DecimalDigits.integer(digits) else {
      throw RFC3339Time.notATime(text)
    }
    rest = rest.dropFirst(count)
    return Int(value)
  }

  /// Steps over one of the given characters and says which it was.
  @discardableResult
  mutating func skip(_ allowed: String) throws(ValueProblem) -> UInt8 {
    guard let byte = rest.first, allowed.utf8.contains(byte) else {
      throw RFC3339Time.notATime(text)
    }
    rest = rest.dropFirst()
    return byte
  }

  /// Reads the fraction of a second, in nanoseconds, 0 when there is none.
  mutating func fraction() throws(ValueProblem) -> Int32 {
    guard rest.first == UInt8(ascii: ".") else { return 0 }
    let digits = rest.dropFirst().prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    guard digits.count <= 9 else {
      throw ValueProblem("\(ShownText.quoted(text)): a fraction has at most 9 digits")
    }
    guard !digits.isEmpty, let value = DecimalDigits.integer(digits) else {
      throw RFC3339Time.notATime(text)
    }
    rest = rest.dropFirst(1 + digits.count)
    return (digits.count..<9).reduce(Int32(value)) { value, _ in value * 10 }
  }

  /// Reads the offset from UTC in seconds, positive east of Greenwich.
  mutating func offset() throws(ValueProblem) -> Int64 {
    guard !rest.isEmpty else {
      throw ValueProblem(
        "\(ShownText.quoted(text)) has no offset from UTC",
        hint: "end it with Z for UTC, or with an offset such as +02:00")
    }
    let sign = try skip("Zz+-")
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return 0 }
    let hours = try number(2)
    try skip(":")
    let minutes = try number(2)
    guard hours <= 23, minutes <= 59 else {
      throw ValueProblem("\(ShownText.quoted(text)): an offset is at most 23:59")
    }
    let seconds = Int64(hours * 3600 + minutes * 60)
    return sign == UInt8(ascii: "-") ? -seconds : seconds
  }
}
