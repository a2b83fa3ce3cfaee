import StrictCoding

/// A URL that keys may come from: `https:`, or `http:` where that is allowed, a host, and nothing that
/// two programs could read differently.
struct KeyURL: Equatable, Sendable {
  /// The URL as it was written.
  let text: String
  /// Host and, if it is written, port, in lower case.
  let host: String
  /// Whether it is `http:`.
  let isPlain: Bool

  /// - Returns: `nil` for another scheme, user names, fragments, and whatever is not visible ASCII.
  init?(_ text: String, plainHTTP: PlainHTTP = .refused) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 2048,
      bytes.allSatisfy({ (0x21...0x7E).contains($0) && !"\"#<>\\^`{|}".utf8.contains($0) })
    else { return nil }
    let isPlain = bytes.starts(with: "http://".utf8)
    guard isPlain || bytes.starts(with: "https://".utf8) else { return nil }
    let rest = bytes.dropFirst(isPlain ? 7 : 8)
    let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }
    let host = rest[..<(end ?? rest.endIndex)].map(lowercased)
    guard Self.isHost(host) else { return nil }
    if isPlain {
      switch plainHTTP {
      case .refused: return nil
      case .onLoopback: guard LoopbackHost.contains(host) else { return nil }
      case .everywhere: break
      }
    }
    self.text = text
    self.host = String(decoding: host, as: UTF8.self)
    self.isPlain = isPlain
  }

  /// A name or an address, and perhaps a port. No `@`: what stands before it is easily taken for the
  /// host.
  private static func isHost(_ host: [UInt8]) -> Bool {
    guard let first = host.first, first != UInt8(ascii: ":") else { return false }
    return host.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || ".-:[]".utf8.contains($0)
    }
  }

  /// Where an issuer describes itself (OpenID Connect Discovery §4.1): the path goes behind that of
  /// the issuer, of which a final slash is taken off.
  static func discoveryDocument(
    of issuer: String, plainHTTP: PlainHTTP = .refused
  ) -> KeyURL? {
    guard let base = KeyURL(issuer, plainHTTP: plainHTTP),
      !base.text.utf8.contains(UInt8(ascii: "?"))
    else { return nil }
    let path = base.text.utf8.last == UInt8(ascii: "/") ? String(base.text.dropLast()) : base.text
    return KeyURL(path + "/.well-known/openid-configuration", plainHTTP: plainHTTP)
  }

  static func == (a: KeyURL, b: KeyURL) -> Bool {
    a.text.utf8.elementsEqual(b.text.utf8)
  }
}
