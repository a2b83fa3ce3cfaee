import KeyPublication

/// The URL of a token endpoint: checked before any credential is sent there.
struct EndpointURL: Equatable {
  /// The URL in full.
  let text: String
  /// Whether it is `http:` and not `https:`.
  let isPlain: Bool
  /// Whether it names this machine, so that nobody else sees what is sent.
  let isLoopback: Bool
  /// Whether it is the second version of the endpoint, which takes the credentials in header fields.
  let isVersion2: Bool

  /// The hosted service.
  static let hosted = "https://api.velt.dev"
  private static let version1Path = "/v1/auth/token/get"
  private static let version2Path = "/v2/auth/generate_token"

  /// Reads a URL; one without a path gets that of the first version.
  init(_ text: String) throws(ValueProblem) {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ 0x21...0x7E ~= $0 }), !bytes.contains(UInt8(ascii: "#")) else {
      throw ValueProblem("has blanks, a fragment or characters outside ASCII")
    }
    let secure = Self.rest(of: bytes, behind: "https://")
    guard let rest = secure ?? Self.rest(of: bytes, behind: "http://") else {
      throw ValueProblem("is no https: or http: URL", hint: "write \(Self.hosted), for example")
    }
    isPlain = secure == nil
    let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    guard !authority.isEmpty else { throw ValueProblem("names no host") }
    guard !authority.contains(UInt8(ascii: "@")) else {
      throw ValueProblem("holds a user name or password", hint: "give credentials by options")
    }
    isLoopback = LoopbackHost.contains(authority)
    let path = rest[authority.endIndex...]
    let hasPath = !path.isEmpty && !path.elementsEqual("/".utf8)
    self.text =
      hasPath
      ? text
      : String(decoding: bytes.dropLast(path.count), as: UTF8.self) + Self.version1Path
    isVersion2 = path.prefix { $0 != UInt8(ascii: "?") }.elementsEqual(Self.version2Path.utf8)
  }

  private static func rest(of bytes: [UInt8], behind scheme: String) -> ArraySlice<UInt8>? {
    let start = bytes.prefix(scheme.utf8.count).map { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
    return start.elementsEqual(scheme.utf8) ? bytes.dropFirst(scheme.utf8.count) : nil
  }
}
