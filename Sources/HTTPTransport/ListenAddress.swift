/// A numeric address and a port to listen on, such as `127.0.0.1:8787` or `[::1]:8787`.
///
/// Names are not looked up: what a server listens on must not depend on an answer from elsewhere.
public struct ListenAddress: Equatable, Sendable, CustomStringConvertible {
  /// The address without brackets.
  public let host: String
  /// The port; 0 lets the system choose one.
  public let port: UInt16

  /// Makes an address.
  public init(host: String, port: UInt16) {
    self.host = host
    self.port = port
  }

  /// Reads `HOST:PORT`; `nil` if the text is something else.
  public init?(_ text: String) {
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return nil }
    let digits = text[text.index(after: colon)...]
    guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let port = UInt16(digits)
    else { return nil }
    var host = text[..<colon]
    if host.utf8.first == UInt8(ascii: "[") {
      guard host.utf8.last == UInt8(ascii: "]"), host.utf8.count > 2 else { return nil }
      host = host.dropFirst().dropLast()
    } else if host.utf8.contains(UInt8(ascii: ":")) {
      return nil
    }
    guard !host.isEmpty else { return nil }
    self.init(host: String(host), port: port)
  }

  /// The form that is read.
  public var description: String {
    host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  /// Whether only programs on this machine can connect.
  public var isLoopback: Bool {
    host.utf8.elementsEqual("::1".utf8) || host.utf8.starts(with: "127.".utf8)
  }
}
