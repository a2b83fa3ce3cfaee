import StrictCoding

/// Some whole lines of the input, with what is known about them.
struct AuditPart: Sendable {
  /// The number of the part, from 0.
  var number: Int
  /// How many bytes of the buffer are text.
  var count: Int
  /// Where it starts.
  var start: AuditPosition
  /// Where the next part starts.
  var end: AuditPosition
  /// Whether the line is longer than anything that is read: there is no text.
  var isTooLong = false
}

/// A place in the input at which a run can go on.
struct AuditPosition: Equatable, Sendable {
  /// The position of the file among those given.
  var file = 0
  /// The offset in its text, after unpacking.
  var offset: Int64 = 0
  /// The number of the line there.
  var line = 1
  /// The column there, which is not 1 where a long line was cut.
  var column = 1
  /// What stands before the place, so that a run goes on in no other text; `nil` if nobody asks.
  var before: TextBefore?
  /// The sizes of the files before, so that nothing has come to them since; -1 for what has none.
  var finished: [Int64] = []
}

/// The end of a text up to a place, by which it is known again.
struct TextBefore: Equatable, Sendable {
  /// More would make a part slower, and a log whose last lines are the same is the same.
  private static let maximumCount = 4096

  /// How many bytes were looked at.
  let count: Int
  /// Their digest, in hexadecimal digits.
  let digest: String

  init(count: Int, digest: String) {
    self.count = count
    self.digest = digest
  }

  /// Looks at the end of a text.
  init(endOf text: Span<UInt8>) {
    let end = text.extracting(last: Self.maximumCount)
    var content = ContentDigest()
    content.add(end.copied())
    self.init(count: end.count, digest: content.text)
  }
}
