import JOSE
import StrictCoding

/// A record that carries a token, passed on with the result in the place of the token.
///
/// The record keeps its members, their order and every digit; the token becomes `null`, and the
/// result is the last member, `jwtcheck`. A member of that name which was there goes.
struct RecordEdit {
  /// The name of the member with the result.
  static let name = "jwtcheck"

  private let start: [UInt8]
  private let end: [UInt8]

  init(line: [UInt8], record: JSONObject, token: JSONValue?) {
    var text: [UInt8] = []
    var at = record.range.lowerBound
    func copy(to end: Int) {
      text += line[at..<end]
      at = end
    }
    if let old = record.firstIndex(ofName: Self.name.utf8) {
      var members: [UInt8] = [UInt8(ascii: "{")]
      for (index, member) in record.enumerated() where index != old {
        if members.count > 1 { members.append(UInt8(ascii: ",")) }
        members.append(UInt8(ascii: "\""))
        members += line[member.nameRange]
        members += Array("\":".utf8)
        members += Self.source(member.value, in: line, without: token)
      }
      text = members
    } else {
      if let token {
        copy(to: token.range.lowerBound)
        text += Array("null".utf8)
        at = token.range.upperBound
      }
      copy(to: record.range.upperBound - 1)
      while let last = text.last, [0x20, 0x09, 0x0D].contains(last) { text.removeLast() }
    }
    if text.count > 1 { text.append(UInt8(ascii: ",")) }
    start = text + Array("\"\(Self.name)\":".utf8)
    end = [UInt8(ascii: "}")]
  }

  func writeStart(to output: inout [UInt8]) { output += start }
  func writeEnd(to output: inout [UInt8]) { output += end }

  /// A value as it stands, less the token if that lies inside.
  private static func source(
    _ value: JSONValue, in line: [UInt8], without token: JSONValue?
  ) -> [UInt8] {
    guard let token, value.range.contains(token.range.lowerBound) else {
      return Array(line[value.range])
    }
    return Array(line[value.range.lowerBound..<token.range.lowerBound]) + Array("null".utf8)
      + line[token.range.upperBound..<value.range.upperBound]
  }
}
