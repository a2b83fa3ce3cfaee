import JWTValidation
import TokenReport

extension WordingSamples {
  static let coding: [Group] = [
    Group(
      type: "Base64URLError",
      values: [
        Base64URLError.invalidCharacter(UInt8(ascii: "!"), offset: 0),
        Base64URLError.invalidCharacter(0xC3, offset: 4),
        Base64URLError.standardAlphabet(UInt8(ascii: "+"), offset: 11),
        Base64URLError.padding(offset: 112),
        Base64URLError.whiteSpace(offset: 76),
        Base64URLError.impossibleLength(count: 45),
        Base64URLError.trailingBits(offset: 42),
      ]),
    Group(
      type: "JSONError",
      values: [
        JSONError(.empty, offset: 0),
        JSONError(.byteOrderMark, offset: 0),
        JSONError(.unexpectedCharacter(UInt8(ascii: "'"), expected: .memberName), offset: 1),
        JSONError(.unexpectedCharacter(0x0A, expected: .commaOrBrace), offset: 20),
        JSONError(.unexpectedEnd(expected: .closingQuote), offset: 31),
        JSONError(.invalidUTF8, offset: 9),
        JSONError(.controlCharacter(0x0A), offset: 9),
        JSONError(.invalidEscape, offset: 9),
        JSONError(.loneSurrogate, offset: 9),
        JSONError(.leadingZero, offset: 7),
        JSONError(.duplicateMember, offset: 14),
        JSONError(.trailingContent, offset: 2),
        JSONError(.tooDeep(limit: 64), offset: 64),
        JSONError(.tooLarge(limit: 1_048_576), offset: 1_048_576),
      ]),
    Group(
      type: "JSONPointer.ParseError",
      values: [
        JSONPointer.ParseError.missingSlash,
        JSONPointer.ParseError.invalidEscape(offset: 3),
      ]),
  ]
}
