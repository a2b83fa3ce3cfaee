/// One look through a value that is one string or an array of strings.
///
/// It reads the text where it is: a value made of each element would count a reference to it.
package struct JSONStringSearch {
  /// The kind of the first thing that is no string.
  package private(set) var oddKind: JSONValue.Kind?
  /// Whether one of the strings is one of those looked for.
  package private(set) var isFound = false

  /// Looks for any of some texts, byte for byte; `range` must lie inside `text` and be a value that
  /// has been accepted.
  init(_ text: [UInt8], _ range: Range<Int>, for wanted: [[UInt8]]) {
    if text[range.lowerBound] == UInt8(ascii: "[") {
      JSONValue.forEachElement(in: text, range) { note(text, $0, wanted) }
    } else {
      note(text, range, wanted)
    }
  }

  private mutating func note(_ text: [UInt8], _ range: Range<Int>, _ wanted: [[UInt8]]) {
    let kind = JSONValue.Kind(firstByte: text[range.lowerBound])
    guard kind == .string else {
      oddKind = oddKind ?? kind
      return
    }
    guard !isFound else { return }
    let wanted = wanted.span
    for index in wanted.indices
    where JSONText.isEqual(
      text, range.lowerBound + 1..<range.upperBound - 1, to: wanted[index].span)
    {
      isFound = true
      return
    }
  }
}

extension JSONObject {
  /// Looks for any of some texts in a value that is one string or an array of strings.
  package func search(at position: Int, for wanted: [[UInt8]]) -> JSONStringSearch {
    JSONStringSearch(storage, valueRange(at: position), for: wanted)
  }
}

extension JSONValue {
  /// Looks for any of some texts in a value that is one string or an array of strings.
  package func search(for wanted: [[UInt8]]) -> JSONStringSearch {
    JSONStringSearch(storage, range, for: wanted)
  }
}
