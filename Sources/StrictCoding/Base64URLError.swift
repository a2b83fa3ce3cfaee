/// Why a text is not base64url as RFC 7515 §2 defines it.
///
/// Every case carries the byte offset at which the text stops being acceptable, so that a tool can
/// put a caret under it. No case carries more of the input than the one offending byte.
@nonexhaustive
public enum Base64URLError: Error, Equatable, Sendable {
  /// A byte outside the alphabet `A-Z a-z 0-9 - _`.
  case invalidCharacter(UInt8, offset: Int)
  /// `+` or `/`: the text is in the standard alphabet of RFC 4648 §4.
  case standardAlphabet(UInt8, offset: Int)
  /// `=`: JOSE texts carry no padding.
  case padding(offset: Int)
  /// A blank, tab or line end inside the text.
  case whiteSpace(offset: Int)
  /// A length of 4n + 1 characters, which no sequence of bytes produces.
  case impossibleLength(count: Int)
  /// The unused low bits of the last character are not zero: a second spelling of the same bytes.
  case trailingBits(offset: Int)

  /// The stable name of the failure, part of the tools' output contract.
  public var code: String {
    switch self {
    case .invalidCharacter: "base64url.invalid-character"
    case .standardAlphabet: "base64url.standard-alphabet"
    case .padding: "base64url.padding"
    case .whiteSpace: "base64url.white-space"
    case .impossibleLength: "base64url.impossible-length"
    case .trailingBits: "base64url.trailing-bits"
    }
  }

  /// The offset in bytes, from the start of the text, of the first byte that cannot be accepted.
  public var offset: Int {
    switch self {
    case .invalidCharacter(_, let offset), .standardAlphabet(_, let offset): offset
    case .padding(let offset), .whiteSpace(let offset), .trailingBits(let offset): offset
    case .impossibleLength(let count): max(0, count - 1)
    }
  }
}
