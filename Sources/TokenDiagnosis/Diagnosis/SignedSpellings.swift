import StrictCoding

/// Other spellings of the same parts that a signer may have signed instead of those it sent.
enum SignedSpellings {
  static func readings(of parts: TokenParts) -> [SignedReading] {
    guard let signature = parts.signatureBytes else { return [] }
    let spellings: [((TokenPart) -> DiagnosisCause, ([UInt8]) -> [UInt8])] = [
      ({ .signedWithPadding($0) }, Base64Text.padded),
      ({ .signedInStandardAlphabet($0) }, Base64Text.standardAlphabet),
      ({ .signedUnencoded($0) }, { (try? Base64URL.decode($0.span)) ?? $0 }),
    ]
    var readings: [SignedReading] = []
    func add(_ header: [UInt8], _ payload: [UInt8], _ causes: [DiagnosisCause]) {
      let message = TokenParts.message(header, payload)
      if message != parts.message {
        readings.append(SignedReading(message: message, signature: signature, causes: causes))
      }
    }
    for (cause, spell) in spellings {
      add(spell(parts.header), spell(parts.payload), [cause(.both)])
      add(parts.header, spell(parts.payload), [cause(.payload)])
      add(spell(parts.header), parts.payload, [cause(.header)])
    }
    let standard = { Base64Text.padded(Base64Text.standardAlphabet($0)) }
    add(
      standard(parts.header), standard(parts.payload),
      [.signedWithPadding(.both), .signedInStandardAlphabet(.both)])
    return readings
  }
}
