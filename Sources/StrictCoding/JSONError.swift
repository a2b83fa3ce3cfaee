/// Why a text is not JSON as this library reads it, and at which byte.
///
/// The rules are RFC 8259 plus what RFC 7515 §4 and RFC 8725 §2.6 need of signed text: UTF-8
/// checked, no duplicate member names, bounded depth and size.
public struct JSONError: Error, Equatable, Sendable {
  /// What could have stood at the place where something else was found.
  public enum Expectation: String, Equatable, Sendable {
    case value = "a value"
    case memberName = "a member name in double quotes"
    case colon = "a colon"
    case commaOrBrace = "a comma or }"
    case commaOrBracket = "a comma or ]"
    case digit = "a digit"
    case closingQuote = "the closing double quote"
    case hexDigits = "four hexadecimal digits"
    case endOfText = "the end of the text"
  }

  /// The kinds of failure.
  @nonexhaustive
  public enum Reason: Equatable, Sendable {
    /// No value at all: nothing, or white space only.
    case empty
    /// The text starts with a byte order mark (RFC 8259 §8.1 forbids it in what is sent).
    case byteOrderMark
    /// A byte that cannot stand here.
    case unexpectedCharacter(UInt8, expected: Expectation)
    /// The text ends too early.
    case unexpectedEnd(expected: Expectation)
    /// Bytes that are no UTF-8: overlong, out of range, a surrogate, or cut short.
    case invalidUTF8
    /// An unescaped control character below U+0020 inside a string.
    case controlCharacter(UInt8)
    /// A backslash that starts no escape sequence of RFC 8259 §7.
    case invalidEscape
    /// `\uD800`-`\uDFFF` without its other half: no Unicode text.
    case loneSurrogate
    /// A number with a leading zero (RFC 8259 §6).
    case leadingZero
    /// A member name that the same object already has, compared after unescaping.
    case duplicateMember
    /// Something follows the value.
    case trailingContent
    /// More levels of arrays and objects than the limit.
    case tooDeep(limit: Int)
    /// More bytes than the limit.
    case tooLarge(limit: Int)
  }

  /// What is wrong.
  public let reason: Reason
  /// Where, in bytes from the start of the text.
  public let offset: Int

  /// Makes an error of a kind at a place.
  public init(_ reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// The stable name of the failure, part of the tools' output contract.
  public var code: String {
    switch reason {
    case .empty: "json.empty"
    case .byteOrderMark: "json.byte-order-mark"
    case .unexpectedCharacter: "json.unexpected-character"
    case .unexpectedEnd: "json.unexpected-end"
    case .invalidUTF8: "json.invalid-utf8"
    case .controlCharacter: "json.control-character"
    case .invalidEscape: "json.invalid-escape"
    case .loneSurrogate: "json.lone-surrogate"
    case .leadingZero: "json.leading-zero"
    case .duplicateMember: "json.duplicate-member"
    case .trailingContent: "json.trailing-content"
    case .tooDeep: "json.too-deep"
    case .tooLarge: "json.too-large"
    }
  }
}
