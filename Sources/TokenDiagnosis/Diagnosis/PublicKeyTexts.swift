import JOSE
import JOSEKeys
import StrictCoding

/// The bytes that somebody may use as an HMAC secret who has nothing but a public key.
enum PublicKeyTexts {
  struct Text {
    let bytes: [UInt8]
    let form: PublicKeyText
  }

  /// The texts of a key, as given and written anew with the usual line ends; no bytes twice.
  static func all(of key: LoadedKey, given: [UInt8]) -> [Text] {
    var texts = [Text(bytes: given, form: .asGiven)]
    texts += lineEndings(of: given).map { Text(bytes: $0, form: .otherLineEnds) }
    if let der = key.subjectPublicKeyInfo {
      let pem = PEMBlock.text(label: "PUBLIC KEY", der: der.span).withSpan { $0.copied() }
      texts.append(Text(bytes: pem, form: .pem))
      texts += lineEndings(of: pem).map { Text(bytes: $0, form: .pem) }
      let body = Base64Text.padded(Base64Text.encode(der))
      texts.append(Text(bytes: body, form: .pemBody))
      texts.append(Text(bytes: der, form: .der))
      if let inner = rsaPublicKey(in: der) {
        let pem = PEMBlock.text(label: "RSA PUBLIC KEY", der: inner.span).withSpan { $0.copied() }
        texts.append(Text(bytes: pem, form: .pem))
        texts += lineEndings(of: pem).map { Text(bytes: $0, form: .pem) }
        texts.append(Text(bytes: inner, form: .der))
      }
    }
    var seen: Set<[UInt8]> = []
    return texts.filter { seen.insert($0.bytes).inserted }
  }

  /// The key of PKCS #1 (RFC 8017 §A.1.1) inside a key of X.509; `nil` where it is not of RSA.
  private static func rsaPublicKey(in der: [UInt8]) -> [UInt8]? {
    // The identifier rsaEncryption and its empty parameters; a bit string of whole bytes follows.
    let identifier: [UInt8] = [
      0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00, 0x03,
    ]
    guard let range = der.firstRange(of: identifier), range.upperBound < der.count else {
      return nil
    }
    let length = der[range.upperBound]
    let lengthBytes = length < 0x80 ? 1 : 1 + Int(length & 0x7F)
    return Array(der.dropFirst(range.upperBound + lengthBytes + 1))
  }

  /// The text with each kind of line end, with and without the last one, with `\n` written out, and
  /// on one line.
  private static func lineEndings(of text: [UInt8]) -> [[UInt8]] {
    var lines = text.filter { $0 != 0x0D }.split(
      separator: 0x0A, omittingEmptySubsequences: false
    ).map { Array($0) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard lines.count > 1 else { return [text + [0x0A]] }
    let ends = LineEnd.allCases.map(\.bytes) + [Array("\\n".utf8)]
    return ends.flatMap { end in
      let joined = Array(lines.joined(separator: end))
      return [joined + end, joined]
    } + [Array(lines.joined())]
  }
}
