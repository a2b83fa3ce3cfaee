package import StrictCoding

extension JSONError: Worded {
  package var message: String { message(in: "the text") }

  /// The sentence about a text that has a name: `the decoded header has ',' at byte 7 where …`.
  ///
  /// Bytes are counted, from 1: after decoding nobody sees characters any more.
  func message(in place: String) -> String {
    let position = "at byte \(offset + 1)"
    return switch reason {
    case .empty: "\(place) is empty where JSON is needed"
    case .byteOrderMark: "\(place) starts with a byte order mark"
    case .unexpectedCharacter(let byte, let expected):
      "\(place) has \(ShownByte.words(byte)) \(position) where \(expected.rawValue) is expected"
    case .unexpectedEnd(let expected):
      "\(place) ends after \(offset) bytes where \(expected.rawValue) is expected"
    case .invalidUTF8: "\(place) is not UTF-8 \(position)"
    case .controlCharacter(let byte):
      "\(place) has an unescaped control character (\(ShownByte.hexadecimal(byte)))"
        + " inside a string, \(position)"
    case .invalidEscape: "\(place) has a backslash that starts no escape sequence, \(position)"
    case .loneSurrogate: "\(place) has half of a surrogate pair, \(position)"
    case .leadingZero: "\(place) has a number with a leading zero, \(position)"
    case .duplicateMember:
      "\(place) has a member name twice in one object, the second time \(position)"
    case .trailingContent: "\(place) goes on after the JSON value, \(position)"
    case .tooDeep(let limit):
      "\(place) has arrays and objects more than \(limit) levels deep, \(position)"
    case .tooLarge(let limit): "\(place) has more than \(limit) bytes, which is the limit"
    }
  }

  package var hint: String? {
    switch reason {
    case .empty: "write at least an empty object: {}"
    case .byteOrderMark: "save the text as UTF-8 without a byte order mark"
    case .unexpectedEnd: "copy the whole text again: it was cut, or a quote or bracket is missing"
    case .unexpectedCharacter:
      "have a JSON library write the text; comments, single quotes and final commas are not JSON"
    case .invalidUTF8: "write the text in UTF-8: another encoding, or damage, looks like this"
    case .controlCharacter: "write it as an escape sequence, for example \\n or \\u0001"
    case .invalidEscape:
      "a backslash is followed by one of \" \\ / b f n r t u; double it to mean it"
    case .loneSurrogate:
      "write both halves, or the character itself: a text was cut inside a character"
    case .leadingZero: "write the number without leading zeros, or as a string if they matter"
    case .duplicateMember:
      "keep one of the two: readers disagree about which one counts, and attackers use that"
    case .trailingContent: "remove what follows: a text holds exactly one JSON value"
    case .tooDeep: "flatten the value: nothing in tokens or keys needs such depth"
    case .tooLarge: "check that this is the right text: tokens and keys are far smaller"
    }
  }
}
