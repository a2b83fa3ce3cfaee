import JOSE
import StrictCoding

/// What may have been signed, and the signature over it: one way to read a damaged or odd token.
struct SignedReading: Sendable {
  let message: [UInt8]
  let signature: [UInt8]
  /// What must be true for this reading to be the right one; empty for the token as it stands.
  let causes: [DiagnosisCause]
}

/// The three parts of a token as texts, whatever they hold.
struct TokenParts: Sendable {
  var header: [UInt8]
  var payload: [UInt8]
  var signature: [UInt8]

  /// Splits at the dots; `nil` unless there are two.
  init?(_ text: [UInt8]) {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    header = Array(parts[0])
    payload = Array(parts[1])
    signature = Array(parts[2])
  }

  var message: [UInt8] { Self.message(header, payload) }

  static func message(_ header: [UInt8], _ payload: [UInt8]) -> [UInt8] {
    header + [UInt8(ascii: ".")] + payload
  }

  /// The bytes of the signature; `nil` if they are not base64url.
  var signatureBytes: [UInt8]? { try? Base64URL.decode(signature.span) }

  /// The header, if it can be read.
  var readHeader: JOSEHeader? { try? JOSEHeader(encoded: header.span) }

  /// The part as JSON, if it is an object.
  func object(_ segment: TokenSegment) -> JSONObject? {
    let text = segment == .header ? header : payload
    guard let bytes = try? Base64URL.decode(text.span) else { return nil }
    return try? JSONValue.parse(bytes).object
  }

  /// The token as it stands; `nil` if the signature cannot be read.
  func reading(_ causes: [DiagnosisCause]) -> SignedReading? {
    signatureBytes.map { SignedReading(message: message, signature: $0, causes: causes) }
  }
}
