import JOSE
import StrictCoding

/// The header of the tokens of one signer.
struct SigningHeader: Sendable {
  let algorithm: SignatureAlgorithm
  let type: String?
  let keyID: String?

  /// The text of the header, with members of the caller's behind its own.
  ///
  /// What is written is read again by the rules of a verifier, so no token is made that must be
  /// refused.
  func text(with extra: JSONTree) throws(SigningError) -> [UInt8] {
    let others = try Self.object(extra.encoded(), .header).map {
      (name: $0.name, value: JSONTree.received($0.value))
    }
    var members: [(name: String, value: JSONTree)] = [("alg", .string(algorithm.name))]
    if let type { members.append(("typ", .string(type))) }
    if let keyID { members.append(("kid", .string(keyID))) }
    let text = JSONTree.object(members + others).encoded()
    let header = JOSEHeader(try Self.object(text, .header))
    guard header.violations.isEmpty else { throw .header(header.violations) }
    guard header.isPayloadEncoded else { throw .header([.unencodedPayload]) }
    return text
  }

  /// Reads a part of a token as a verifier will.
  static func object(
    _ text: [UInt8], _ segment: TokenSegment
  ) throws(SigningError) -> JSONObject {
    let value: JSONValue
    do { value = try JSONValue.parse(text) } catch { throw .token(.json(segment, error)) }
    guard let object = value.object else {
      throw .token(.notAnObject(segment, found: value.kind))
    }
    return object
  }
}
