/// A URL that keys may come from: `https:`, a host, and nothing that two programs could read
/// differently.
struct SecureURL: Equatable, Sendable {
  /// The URL as it was written.
  let text: String
  /// Host and, if it is written, port, in lower case.
  let host: String

  /// - Returns: `nil` for another scheme, user names, fragments, and whatever is not visible ASCII.
  init?(_ text: String) {
    let prefix = Array("https://".utf8)
    let bytes = Array(text.utf8)
    guard bytes.count > prefix.count, bytes.count <= 2048, bytes.starts(with: prefix),
      bytes.allSatisfy({ (0x21...0x7E).contains($0) && !"\"#<>\\^`{|}".utf8.contains($0) })
    else { return nil }
    let rest = bytes[prefix.count...]
    let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }
    let host = rest[..<(end ?? rest.endIndex)].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard Self.isHost(host) else { return nil }
    self.text = text
    self.host = String(decoding: host, as: UTF8.self)
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
  static func discoveryDocument(of issuer: String) -> SecureURL? {
    guard let base = SecureURL(issuer), !base.text.utf8.contains(UInt8(ascii: "?")) else {
      return nil
    }
    let path = base.text.utf8.last == UInt8(ascii: "/") ? String(base.text.dropLast()) : base.text
    return SecureURL(path + "/.well-known/openid-configuration")
  }

  static func == (a: SecureURL, b: SecureURL) -> Bool {
    a.text.utf8.elementsEqual(b.text.utf8)
  }
}
