/// Where keys may come from without TLS. Whoever can change what comes from there decides whose tokens
/// are good.
public enum PlainHTTP: Equatable, Sendable {
  /// From nowhere.
  case refused
  /// From this machine: an address that is written as one of the loopback interface, or `localhost`.
  case onLoopback
  /// From anywhere, for a way that is safe by other means.
  case everywhere
}

/// Tells the machine itself from others.
package enum LoopbackHost {
  /// Whether a host with its port, as it stands in a URL, is this machine. Names that only look like an
  /// address, such as `127.example.com`, are none.
  package static func contains(_ authority: some Sequence<UInt8>) -> Bool {
    let authority = Array(authority)
    if authority.elementsEqual("[::1]".utf8) || authority.starts(with: "[::1]:".utf8) {
      return true
    }
    let host = authority.prefix { $0 != UInt8(ascii: ":") }
    if host.elementsEqual("localhost".utf8) { return true }
    let parts = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.filter { $0.allSatisfy { 0x30...0x39 ~= $0 } }.compactMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
    return parts.count == 4 && numbers.count == 4 && numbers[0] == 127
      && numbers.allSatisfy { 0...255 ~= $0 }
  }
}
