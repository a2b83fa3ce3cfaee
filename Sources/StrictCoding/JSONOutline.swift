/// What one pass over a text finds out: where the object lies that the text holds, and its members.
package struct JSONOutline: Sendable {
  let members: JSONMemberList
  /// Where the text begins in its array.
  let base: Int
  /// Where the object lies in the array.
  let range: Range<Int>

  /// Reads a text whose value is an object; `nil` if its value is something else.
  ///
  /// Only the bytes of `part` are the text. What lies around them is kept, and something may be
  /// written behind it: an object made of the outline needs the array as it is afterwards.
  ///
  /// - Throws: `JSONError` with the offset, within the part, of the first byte that breaks a rule.
  package init?(
    of text: inout [UInt8], in part: Range<Int>, limits: JSONLimits = .default
  ) throws(JSONError) {
    guard part.count <= limits.maximumByteCount else {
      throw JSONError(.tooLarge(limit: limits.maximumByteCount), offset: limits.maximumByteCount)
    }
    let (range, members) = try Self.scan(&text, part, limits.maximumDepth)
    base = part.lowerBound
    self.range = base + range.lowerBound..<base + range.upperBound
    self.members = members
    guard text[self.range.lowerBound] == UInt8(ascii: "{") else { return nil }
  }

  @inline(__always)
  private static func scan(
    _ text: inout [UInt8], _ part: Range<Int>, _ maximumDepth: Int
  ) throws(JSONError) -> (Range<Int>, JSONMemberList) {
    try unsafe withUnsafeTemporaryAllocation(
      of: JSONMemberRange.self, capacity: JSONMemberStack.usualCapacity
    ) { (room) throws(JSONError) in
      var range = 0..<0
      let found = try unsafe text.span.extracting(part).withUnsafeBytes {
        (bytes) throws(JSONError) -> JSONMemberStack in
        guard let base = bytes.baseAddress else { throw JSONError(.empty, offset: 0) }
        var scanner = unsafe JSONScanner(
          base: base, count: bytes.count, maximumDepth: maximumDepth, room: room)
        range = try scanner.scanDocument()
        return scanner.takeMembers()
      }
      return (range, JSONMemberList(found, behind: &text))
    }
  }
}
