import JOSE
import StrictCoding

/// The token with its JSON in the layouts that a signer may have signed.
enum SignedLayouts {
  /// What was signed, made one at a time and nothing twice.
  static func readings(of parts: TokenParts) -> some Sequence<SignedReading> {
    let signature = parts.signatureBytes ?? []
    let header = parts.object(.header)
    let payload = parts.object(.payload)
    let seen = SeenMessages(parts.message)
    return [TokenPart.payload, .header, .both].lazy.flatMap { part in
      JSONLayout.all.lazy.compactMap { layout -> SignedReading? in
        guard
          let first = part == .payload ? parts.header : header.map({ encoded($0, layout) }),
          let second = part == .header ? parts.payload : payload.map({ encoded($0, layout) })
        else { return nil }
        let message = TokenParts.message(first, second)
        guard seen.insert(message) else { return nil }
        return SignedReading(
          message: message, signature: signature, causes: [.jsonRewritten(part, layout)])
      }
    }
  }

  private static func encoded(_ object: JSONObject, _ layout: JSONLayout) -> [UInt8] {
    Base64URL.encode(layout.text(of: JSONValue(object)).span)
  }

  /// Which texts were tried, by their hash values: two of one value cost a try, not a wrong answer.
  private final class SeenMessages {
    private var hashes: Set<Int>

    init(_ message: [UInt8]) { hashes = [message.hashValue] }

    func insert(_ message: [UInt8]) -> Bool { hashes.insert(message.hashValue).inserted }
  }
}
