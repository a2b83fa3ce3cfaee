import StrictCoding

/// The URL of a request as proofs name it: without query and fragment, and written in one way (RFC 9449
/// §4.3 check 9, RFC 3986 §6.2.2 and §6.2.3).
struct DPoPURL: Equatable {
  private let bytes: [UInt8]

  /// - Returns: `nil` for what is no `https:` or `http:` URL, or has a user name.
  init?(_ text: some Collection<UInt8>) {
    let whole = text.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard whole.count <= 8_192, whole.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return nil
    }
    let lowered = whole.prefix(8).map(lowercased)
    let scheme: String
    if lowered.starts(with: "https://".utf8) {
      scheme = "https://"
    } else if lowered.starts(with: "http://".utf8) {
      scheme = "http://"
    } else {
      return nil
    }
    let rest = whole.dropFirst(scheme.utf8.count)
    let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    var authority = rest[..<end].map(lowercased)
    guard !authority.isEmpty, !authority.contains(UInt8(ascii: "@")) else { return nil }
    let port = scheme.utf8.count == 8 ? ":443" : ":80"
    if authority.count > port.utf8.count, authority.suffix(port.utf8.count).elementsEqual(port.utf8)
    {
      authority.removeLast(port.utf8.count)
    }
    guard let path = Self.decoded(rest[end...]) else { return nil }
    bytes = Array(scheme.utf8) + authority + Self.withoutDots(path)
  }

  /// A path with its percent signs in one way: what needs none has none, and hexadecimal digits are
  /// capitals.
  private static func decoded(_ path: some Sequence<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = Array(path)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(Self.digit),
        let low = rest.popFirst().flatMap(Self.digit)
      else { return nil }
      let value = high << 4 | low
      if isUnreserved(value) {
        result.append(value)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        result += [byte, digits[Int(high)], digits[Int(low)]]
      }
    }
    return result
  }

  /// RFC 3986 §5.2.4 for an absolute path; an empty one is `/`.
  private static func withoutDots(_ path: [UInt8]) -> [UInt8] {
    var segments: [ArraySlice<UInt8>] = []
    let parts = path.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      if part.elementsEqual(".".utf8) {
        if isLast { segments.append([]) }
      } else if part.elementsEqual("..".utf8) {
        if !segments.isEmpty { segments.removeLast() }
        if isLast { segments.append([]) }
      } else {
        segments.append(part)
      }
    }
    return segments.isEmpty
      ? [UInt8(ascii: "/")] : segments.flatMap { [UInt8(ascii: "/")] + $0 }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~".utf8.contains(byte)
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
