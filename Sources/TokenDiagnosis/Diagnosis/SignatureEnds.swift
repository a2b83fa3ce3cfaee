import JOSE
import JWTValidation
import StrictCoding

/// A signature that was cut off, or that something follows: the start of it is right.
struct SignatureEnds {
  private let parts: TokenParts
  private let prober: Prober

  init(_ parts: TokenParts, _ prober: Prober) {
    self.parts = parts
    self.prober = prober
  }

  /// Fewer characters of a tag than these may agree by chance: 8 have 48 bits.
  private static let leastProof = 8
  /// The most endings that are tried where a signature cannot be made, in bits: three characters.
  private static let mostBits = 14

  /// What is wrong with the end, if the start fits the suspect.
  func cause(_ suspect: Suspect) -> DiagnosisCause? {
    let byteCount = suspect.engine.signatureByteCount
    let missing = (byteCount * 4 + 2) / 3 - parts.signature.count
    if missing < 0 { return surplus(-missing, suspect) }
    guard missing > 1 else { return nil }
    if suspect.algorithm.isSymmetric { return cutTag(missing, suspect) }
    return completed(missing, suspect, byteCount)
  }

  private func surplus(_ count: Int, _ suspect: Suspect) -> DiagnosisCause? {
    guard let start = try? Base64URL.decode(Array(parts.signature.dropLast(count)).span),
      prober.fits(suspect.engine, start, parts.message)
    else { return nil }
    return .endExtra(characterCount: count)
  }

  /// The tag of a message can be made, and its start compared.
  private func cutTag(_ missing: Int, _ suspect: Suspect) -> DiagnosisCause? {
    guard parts.signature.count >= Self.leastProof,
      let tag = prober.tag(suspect.engine, parts.message),
      Base64URL.encode(tag.span).starts(with: parts.signature)
    else { return nil }
    return .endMissing(characterCount: missing)
  }

  /// A signature of a public key cannot be made, so every ending that is missing is tried.
  private func completed(
    _ missing: Int, _ suspect: Suspect, _ byteCount: Int
  ) -> DiagnosisCause? {
    let known = 6 * parts.signature.count
    let bits = 8 * byteCount - known
    guard bits <= Self.mostBits else { return nil }
    let padded = parts.signature + [UInt8](repeating: UInt8(ascii: "A"), count: missing)
    guard var signature = try? Base64URL.decode(padded.span) else { return nil }
    let message = parts.message
    for ending in 0..<(1 << bits) {
      guard prober.mayGoOn else { return nil }
      for place in 0..<((bits + 7) / 8) {
        let byte = UInt8(truncatingIfNeeded: ending >> (8 * place))
        let free = min(8, bits - 8 * place)
        let index = byteCount - 1 - place
        signature[index] = signature[index] & ~UInt8(truncatingIfNeeded: (1 << free) - 1) | byte
      }
      if prober.fits(suspect.engine, signature, message) {
        return .endMissing(characterCount: missing)
      }
    }
    return nil
  }
}
