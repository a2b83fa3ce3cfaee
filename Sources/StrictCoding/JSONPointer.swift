/// A path to one value inside a JSON text (RFC 6901), such as `/data/userProperties/isAdmin`.
public struct JSONPointer: Sendable, Hashable {
  /// Why a text is no JSON Pointer.
  public enum ParseError: Error, Equatable, Sendable {
    /// The text is neither empty nor does it start with `/`.
    case missingSlash
    /// A `~` that is followed by neither `0` nor `1`, at this byte offset.
    case invalidEscape(offset: Int)

    /// The stable name of the failure, part of the tools' output contract.
    public var code: String {
      switch self {
      case .missingSlash: "pointer.missing-slash"
      case .invalidEscape: "pointer.invalid-escape"
      }
    }
  }

  /// The names and indices on the way, with `~0` and `~1` resolved, as bytes of UTF-8.
  public let tokens: [[UInt8]]

  /// Reads the text form; the empty text points at the whole document.
  public init(_ text: String) throws(ParseError) {
    let bytes = Array(text.utf8)
    guard bytes.isEmpty || bytes[0] == UInt8(ascii: "/") else { throw .missingSlash }
    var tokens: [[UInt8]] = []
    var offset = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "/"): tokens.append([])
      case UInt8(ascii: "~"):
        offset += 1
        switch offset < bytes.count ? bytes[offset] : 0 {
        case UInt8(ascii: "0"): tokens[tokens.count - 1].append(UInt8(ascii: "~"))
        case UInt8(ascii: "1"): tokens[tokens.count - 1].append(UInt8(ascii: "/"))
        default: throw .invalidEscape(offset: offset - 1)
        }
      case let byte: tokens[tokens.count - 1].append(byte)
      }
      offset += 1
    }
    self.tokens = tokens
  }

  /// Points at members by name, from the outside in.
  public init(members names: [String]) {
    tokens = names.map { Array($0.utf8) }
  }
}

extension JSONPointer: CustomStringConvertible {
  /// The text form.
  public var description: String {
    tokens.map { token in
      var text: [UInt8] = [UInt8(ascii: "/")]
      for byte in token {
        switch byte {
        case UInt8(ascii: "~"): text += Array("~0".utf8)
        case UInt8(ascii: "/"): text += Array("~1".utf8)
        default: text.append(byte)
        }
      }
      return String(decoding: text, as: UTF8.self)
    }.joined()
  }
}

extension JSONObject {
  /// The value that a pointer leads to, or `nil` if there is none.
  public subscript(pointer: JSONPointer) -> JSONValue? {
    guard let first = pointer.tokens.first else { return JSONValue(self) }
    // From here and not from the object as a value, whose members would have to be found again.
    var value = self[utf8: first]
    for token in pointer.tokens.dropFirst() { value = value?.child(token) }
    return value
  }
}

extension JSONValue {
  /// The member of that name, or the element at that index (RFC 6901 §4: no leading zeros).
  fileprivate func child(_ token: [UInt8]) -> JSONValue? {
    if let object { return object[utf8: token] }
    guard let array, !token.isEmpty, token.count <= 9, token.allSatisfy(isDigit),
      token.count == 1 || token[0] != UInt8(ascii: "0")
    else { return nil }
    let index = token.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return index < array.count ? array[index] : nil
  }
}
