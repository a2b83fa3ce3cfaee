public import StrictCoding

/// The header of a JWS (RFC 7515 §4): what the sender says about the token, nothing more.
///
/// Making one reads the parameters and finds every rule that is broken; it does not refuse, so that
/// a broken header can be shown. Whoever wants to rely on a header asks for `violations` first.
public struct JOSEHeader: Sendable {
  /// All parameters in their order.
  public let parameters: JSONObject
  /// Every broken rule, in the order of the checks; empty for a good header.
  public let violations: [HeaderError]
  /// The name of the algorithm as bytes; empty if there is none.
  package let algorithmName: [UInt8]
  /// The key ID as bytes (RFC 7515 §4.1.4).
  package let keyIDBytes: [UInt8]?
  /// Whether the payload part is base64url; `false` only with the extension of RFC 7797, in a header
  /// that breaks no rule: a token with a broken one is refused, and everybody should read it alike.
  public let isPayloadEncoded: Bool

  /// The parameters that must be strings, arrays and objects where they are present.
  private static let typedParameters: [(name: String, kind: JSONValue.Kind)] = [
    ("alg", .string), ("kid", .string), ("typ", .string), ("cty", .string), ("jku", .string),
    ("x5u", .string), ("x5t", .string), ("x5t#S256", .string), ("x5c", .array), ("jwk", .object),
    ("b64", .boolean), ("crit", .array),
  ]

  /// The parameters of RFC 7515 §4.1 and RFC 7518, which `crit` must not name.
  private static let standardParameters = [
    "alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "crit",
    "enc", "zip", "epk", "apu", "apv", "iv", "tag", "p2s", "p2c",
  ]

  /// The members of a JWK that only its owner may know (RFC 7518 §6.2.2, §6.3.2, §6.4), and the one
  /// of the key type `AKP`; a single one is enough to have leaked the key.
  private static let privateMembers = ["d", "k", "p", "q", "dp", "dq", "qi", "oth", "priv"]

  /// The one extension that this library implements (RFC 7797).
  private static let understoodExtensions = ["b64"]

  /// Reads the parameters of a header.
  public init(_ parameters: JSONObject) {
    self.parameters = parameters
    algorithmName = parameters["alg"]?.stringBytes ?? []
    keyIDBytes = parameters["kid"]?.stringBytes
    var violations: [HeaderError] = []
    if parameters["alg"] == nil { violations.append(.algorithmMissing) }
    for (name, kind) in Self.typedParameters {
      if let value = parameters[name], value.kind != kind {
        violations.append(.wrongType(parameter: name, expected: kind, found: value.kind))
      }
    }
    if let certificates = parameters["x5c"]?.array,
      let odd = certificates.first(where: { $0.kind != .string })
    {
      violations.append(.wrongType(parameter: "x5c", expected: .string, found: odd.kind))
    }
    violations += Self.violationsOfCritical(parameters)
    if let key = parameters["jwk"]?.object, Self.privateMembers.contains(where: { key[$0] != nil })
    {
      violations.append(.embeddedPrivateKey)
    }
    self.violations = violations
    isPayloadEncoded = !violations.isEmpty || parameters["b64"]?.boolean ?? true
  }

  /// After so many broken rules the rest of `crit` is not looked at: each name is searched among all
  /// parameters, and a header full of names must not make that take seconds.
  private static let criticalLimit = 16

  /// The rules of RFC 7515 §4.1.11 and RFC 7797 §6.
  private static func violationsOfCritical(_ parameters: JSONObject) -> [HeaderError] {
    var violations: [HeaderError] = []
    let names = parameters["crit"]?.array ?? []
    if parameters["crit"]?.array?.isEmpty == true { violations.append(.criticalEmpty) }
    var seen: Set<[UInt8]> = []
    for value in names where violations.count < criticalLimit {
      guard let bytes = value.stringBytes else {
        violations.append(.wrongType(parameter: "crit", expected: .string, found: value.kind))
        continue
      }
      let name = String(decoding: bytes, as: UTF8.self)
      if !seen.insert(bytes).inserted {
        violations.append(.criticalDuplicate(name: name))
      } else if standardParameters.contains(where: { value.isString($0) }) {
        violations.append(.criticalStandard(name: name))
      } else if parameters[utf8: bytes] == nil {
        violations.append(.criticalAbsent(name: name))
      } else if !understoodExtensions.contains(where: { value.isString($0) }) {
        violations.append(.criticalUnsupported(name: name))
      }
    }
    if parameters["b64"] != nil, !names.contains(where: { $0.isString("b64") }) {
      violations.append(.unencodedNotCritical)
    }
    return violations
  }

  /// The algorithm, if it is one that can protect a token; `none` and unknown names are `nil`.
  public var algorithm: SignatureAlgorithm? { SignatureAlgorithm(named: algorithmName.span) }

  /// Whether the header says that the token is not protected at all (RFC 7518 §3.6), in any letter case.
  public var isUnsecured: Bool {
    algorithmName.count == 4 && algorithmName.map { $0 | 0x20 }.elementsEqual("none".utf8)
  }

  /// The key ID (RFC 7515 §4.1.4).
  public var keyID: String? { parameters["kid"]?.string }

  /// The media type of the whole token (RFC 7515 §4.1.9).
  public var type: String? { parameters["typ"]?.string }
}

extension JOSEHeader {
  /// Decodes and reads the first part of a token (RFC 7515 §5.2 steps 2 and 3).
  package init(encoded: Span<UInt8>) throws(TokenError) {
    let bytes: [UInt8]
    do { bytes = try Base64URL.decode(encoded) } catch { throw .encoding(.header, error) }
    let value: JSONValue
    do { value = try JSONValue.parse(bytes) } catch { throw .json(.header, error) }
    guard let parameters = value.object else {
      throw .notAnObject(.header, found: value.kind)
    }
    self.init(parameters)
  }
}
