import JOSE
import StrictCoding

/// A record that carries a token, passed on with the result in the place of the token.
///
/// The record keeps its members, their order and every digit; the token becomes `null`, as does
/// what else must not be carried on, and the result is the last member, `jwtcheck`. A member of that
/// name which was there goes.
struct RecordEdit {
  /// The name of the member with the result.
  static let name = "jwtcheck"

  private let start: [UInt8]
  private let end: [UInt8]

  /// - Parameter hidden: the values that become `null`.
  init(line: [UInt8], record: JSONObject, hiding hidden: [JSONValue]) {
    let hidden = hidden.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    var text: [UInt8]
    if let old = record.firstIndex(ofName: Self.name.utf8) {
      text = [UInt8(ascii: "{")]
      for (index, member) in record.enumerated() where index != old {
        if text.count > 1 { text.append(UInt8(ascii: ",")) }
        text.append(UInt8(ascii: "\""))
        text += line[member.nameRange]
        text += Array("\":".utf8)
        text += Self.source(member.value.range, in: line, without: hidden)
      }
    } else {
      text = Self.source(
        record.range.lowerBound..<record.range.upperBound - 1, in: line, without: hidden)
      while let last = text.last, [0x20, 0x09, 0x0D].contains(last) { text.removeLast() }
    }
    if text.count > 1 { text.append(UInt8(ascii: ",")) }
    start = text + Array("\"\(Self.name)\":".utf8)
    end = [UInt8(ascii: "}")]
  }

  func writeStart(to output: inout [UInt8]) { output += start }
  func writeEnd(to output: inout [UInt8]) { output += end }

  /// A part of the line as it stands, less what is hidden inside.
  private static func source(
    _ range: Range<Int>, in line: [UInt8], without hidden: [Range<Int>]
  ) -> [UInt8] {
    var text: [UInt8] = []
    var at = range.lowerBound
    for value in hidden where value.lowerBound >= at && value.upperBound <= range.upperBound {
      text += line[at..<value.lowerBound]
      text += Array("null".utf8)
      at = value.upperBound
    }
    return text + line[at..<range.upperBound]
  }
}
