import StrictCoding

/// Where the bytes of a key are to come from: a KEY of the command line, understood but not read.
///
/// Separate from reading, so that a mistake of syntax is found before any file is opened, and so
/// that two options that both want standard input can be refused.
package enum KeySource: Equatable, Sendable {
  /// `FILE`, or `@FILE` where `isMarked` is true.
  case file(path: String, isMarked: Bool)
  /// `env:NAME`.
  case environment(name: String)
  /// `fd:N`, with 0 standing for standard input like `-`.
  case descriptor(Int32)
  /// `-`.
  case standardInput
  /// The bytes of `text:`, `b64:`, `b64url:` or `hex:`: a raw secret.
  case secret([UInt8])
  /// A JWK, JWK Set or PEM written out in the argument.
  case inline([UInt8])

  /// Understands a KEY.
  ///
  /// - Throws: `ValueProblem`, which never quotes the word.
  package init(_ word: String) throws(ValueProblem) {
    let prefix = KeyPrefix.allCases.first { word.utf8.starts(with: $0.rawValue.utf8) }
    let value = word.utf8.dropFirst(prefix?.rawValue.utf8.count ?? 0)
    guard !value.isEmpty else {
      throw ValueProblem(
        prefix.map { "nothing follows \($0.rawValue)" } ?? "the value is empty",
        hint: "a shell variable that is not set expands to nothing")
    }
    switch prefix {
    case .at: self = .file(path: String(Substring(value)), isMarked: true)
    case .environment: self = .environment(name: try Self.variableName(value))
    case .descriptor: self = try Self.descriptor(value)
    case .text: self = .secret(Array(value))
    case .base64: self = .secret(try Self.base64(value))
    case .base64URL: self = .secret(try Self.base64URL(value))
    case .hexadecimal: self = .secret(try Self.hexadecimal(value))
    case nil: self = Self.unmarked(word)
    }
  }

  private static func unmarked(_ word: String) -> KeySource {
    if word.utf8.elementsEqual("-".utf8) { return .standardInput }
    let start = word.utf8.drop(while: isWhiteSpace)
    return start.starts(with: "{".utf8) || start.starts(with: "-----BEGIN".utf8)
      ? .inline(Array(word.utf8)) : .file(path: word, isMarked: false)
  }

  private static func variableName(_ value: Substring.UTF8View) throws(ValueProblem) -> String {
    guard !value.contains(UInt8(ascii: "=")) else {
      throw ValueProblem(
        "the name of an environment variable has no '='",
        hint: "env: takes a name only; a secret itself is written text:...")
    }
    return String(Substring(value))
  }

  private static func descriptor(_ value: Substring.UTF8View) throws(ValueProblem) -> KeySource {
    guard let number = DecimalDigits.integer(value), let descriptor = Int32(exactly: number) else {
      throw ValueProblem("fd: takes the number of an open file descriptor, such as fd:3")
    }
    return descriptor == 0 ? .standardInput : .descriptor(descriptor)
  }

  private static func hexadecimal(_ value: Substring.UTF8View) throws(ValueProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    // What an array leaves behind when it grows is not wiped.
    bytes.reserveCapacity(value.count / 2)
    var high: UInt8?
    for (offset, digit) in value.enumerated() {
      guard let nibble = hexDigitValue(digit) else {
        throw ValueProblem("hex: has something other than 0-9 a-f at character \(offset + 1)")
      }
      if let first = high {
        bytes.append(first << 4 | nibble)
        high = nil
      } else {
        high = nibble
      }
    }
    guard high == nil else {
      throw ValueProblem("hex: has an odd number of digits (\(value.count)); two make one byte")
    }
    return bytes
  }

  private static func base64URL(_ value: Substring.UTF8View) throws(ValueProblem) -> [UInt8] {
    do {
      return try Base64URL.decode(Array(value).span)
    } catch {
      throw base64Problem(error, prefix: .base64URL)
    }
  }

  /// Standard base64 is the other alphabet for the same bits: put into base64url after the padding,
  /// which is all or nothing, has been taken off.
  private static func base64(_ value: Substring.UTF8View) throws(ValueProblem) -> [UInt8] {
    let padding = value.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding == 0 || (padding <= 2 && value.count % 4 == 0) else {
      throw ValueProblem("b64: has padding that does not fit its length")
    }
    let text = try value.dropLast(padding).enumerated().map {
      (offset, byte) throws(ValueProblem) in
      switch byte {
      case UInt8(ascii: "+"): return UInt8(ascii: "-")
      case UInt8(ascii: "/"): return UInt8(ascii: "_")
      case UInt8(ascii: "-"), UInt8(ascii: "_"):
        throw ValueProblem(
          "b64: has a character of base64url at character \(offset + 1)",
          hint: "b64url:... takes that alphabet")
      default: return byte
      }
    }
    do {
      return try Base64URL.decode(text.span)
    } catch {
      throw base64Problem(error, prefix: .base64)
    }
  }

  private static func base64Problem(
    _ error: Base64URLError, prefix: KeyPrefix
  ) -> ValueProblem {
    let name = prefix.rawValue
    switch error {
    case .standardAlphabet(_, let offset):
      return ValueProblem(
        "\(name) has a character of standard base64 at character \(offset + 1)",
        hint: "b64:... takes that alphabet")
    case .padding(let offset) where prefix == .base64URL:
      return ValueProblem(
        "\(name) has padding at character \(offset + 1)",
        hint: "leave the '=' off, or write b64:... for standard base64")
    case .impossibleLength(let count):
      return ValueProblem("\(name) has \(count) characters, a length that base64 cannot have")
    case .trailingBits:
      return ValueProblem("\(name) is cut off or has a wrong last character")
    default:
      return ValueProblem(
        "\(name) has something outside its alphabet at character \(error.offset + 1)")
    }
  }
}

// The bytes of a secret stay out of interpolation, `dump` and the debugger.
extension KeySource: CustomStringConvertible, CustomReflectable {
  /// Nothing of the word: before it is read, even the name of a file may be a misplaced secret.
  package var description: String {
    "KEY"
  }

  /// A mirror without children.
  package var customMirror: Mirror {
    Mirror(self, children: [])
  }

  /// Where the bytes come from once they are read.
  package var origin: InputOrigin {
    switch self {
    case .file(let path, _): .file(path)
    case .environment(let name): .environment(name)
    case .descriptor(let number): .descriptor(number)
    case .standardInput: .standardInput
    case .secret, .inline: .commandLine
    }
  }
}
