public import JWTValidation
import StrictCoding

/// The header fields by which a gateway tells the services behind it who is calling.
///
/// Every field is always there and never empty, since a gateway that gets none passes on what the
/// client sent under that name. A claim that is absent, empty or `null` is written `-`. Anything but
/// visible ASCII, and `%`, `,` and a lone `-`, is written as `%` and two hexadecimal digits, so that no
/// claim can end a line or pose as two values.
public struct IdentityHeaders: Sendable {
  private let sources: [(name: String, claim: JSONPointer)]

  /// `X-Auth-Subject`, `X-Auth-Issuer`, `X-Auth-Expires` (in seconds) and `X-Auth-Scope`.
  public static let standard = IdentityHeaders(unchecked: [
    ("X-Auth-Subject", JSONPointer(members: ["sub"])),
    ("X-Auth-Issuer", JSONPointer(members: ["iss"])),
    ("X-Auth-Expires", JSONPointer(members: ["exp"])),
    ("X-Auth-Scope", JSONPointer(members: ["scope"])),
  ])

  /// Names header fields and the claims whose values they carry.
  ///
  /// - Throws: `.headerName` for a name that no field can have, or that is given twice.
  public init(_ fields: KeyValuePairs<String, JSONPointer>) throws(BearerSetupError) {
    try self.init(fields.map { (name: $0.key, claim: $0.value) })
  }

  /// Names header fields and the claims whose values they carry, from a list made at run time.
  ///
  /// - Throws: `.headerName` for a name that no field can have, or that is given twice.
  public init(_ fields: [(name: String, claim: JSONPointer)]) throws(BearerSetupError) {
    var seen: Set<[UInt8]> = []
    for (name, _) in fields {
      let lowered = name.utf8.map(lowercased)
      guard !name.isEmpty, lowered.allSatisfy(Self.isNameByte), seen.insert(lowered).inserted
      else { throw .headerName(name) }
    }
    self.init(unchecked: fields)
  }

  private init(unchecked sources: [(name: String, claim: JSONPointer)]) {
    self.sources = sources
  }

  /// The names, in their order: what a gateway must not pass on from clients.
  public var names: [String] { sources.map(\.name) }

  /// The fields for a token, all of them.
  public func fields(for token: VerifiedToken) -> [(name: String, value: String)] {
    sources.map { ($0.name, Self.text(token.claims.revealed[$0.claim])) }
  }

  /// A letter in lower case, a digit, or one of the marks of RFC 9110 §5.6.2.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }

  private static func text(_ value: JSONValue?) -> String {
    guard let value, !value.isNull else { return "-" }
    let bytes = value.stringBytes ?? Array(value.sourceText.utf8)
    guard !bytes.isEmpty else { return "-" }
    guard bytes != [UInt8(ascii: "-")] else { return "%2D" }
    return String(decoding: bytes.flatMap(encoded), as: UTF8.self)
  }

  private static func encoded(_ byte: UInt8) -> [UInt8] {
    let isPlain =
      (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "%") && byte != UInt8(ascii: ",")
    guard !isPlain else { return [byte] }
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
