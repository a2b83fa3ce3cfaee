import JOSE
import StrictCoding

/// The token with its JSON in the layouts that a signer may have signed.
enum SignedLayouts {
  static func readings(of parts: TokenParts) -> [SignedReading] {
    guard let signature = parts.signatureBytes else { return [] }
    let headers = texts(parts, .header)
    let payloads = texts(parts, .payload)
    var seen: Set<[UInt8]> = [parts.message]
    var readings: [SignedReading] = []
    func add(_ header: [UInt8], _ payload: [UInt8], _ part: TokenPart, _ layout: JSONLayout) {
      let message = TokenParts.message(header, payload)
      guard seen.insert(message).inserted else { return }
      readings.append(
        SignedReading(
          message: message, signature: signature, causes: [.jsonRewritten(part, layout)]))
    }
    for (layout, payload) in payloads { add(parts.header, payload, .payload, layout) }
    for (layout, header) in headers { add(header, parts.payload, .header, layout) }
    for ((layout, header), (_, payload)) in zip(headers, payloads) {
      add(header, payload, .both, layout)
    }
    return readings
  }

  private static func texts(
    _ parts: TokenParts, _ segment: TokenSegment
  ) -> [(JSONLayout, [UInt8])] {
    guard let object = parts.object(segment) else { return [] }
    return JSONLayout.all.map { layout in
      (layout, Base64URL.encode(layout.text(of: JSONValue(object)).span))
    }
  }
}
