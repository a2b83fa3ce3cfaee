import JWTIssuing
import StrictCoding

extension TokenMint {
  /// A token with the defects that have to do with the bytes that are signed and the signature.
  func tokenWithWrongSignature(_ defect: TokenDefect) throws(SigningError) -> String {
    let good = TokenParts(try token())
    switch defect {
    case .changedClaims:
      return good.replacing(payload: claims.changed(by: ["sub": "user-2"], without: []).encoded())
    // The same header for a reader, but not the signed one.
    case .changedHeader: return good.replacing(header: good.header + [0x20])
    case .changedSignature:
      var signature = good.signature
      signature[signature.count - 1] ^= 1
      return good.replacing(signature: signature)
    case .shortSignature: return good.replacing(signature: good.signature.dropLast())
    case .signatureInDER: return good.replacing(signature: DERSignature.bytes(of: good.signature))
    case .zeroSignature:
      return good.replacing(signature: [UInt8](repeating: 0, count: good.signature.count))
    default: return good.replacing(signature: [])
    }
  }
}

/// A token taken apart, to be put together otherwise.
struct TokenParts {
  let header: [UInt8]
  let payload: [UInt8]
  let signature: [UInt8]

  /// Takes apart a token that was just made.
  init(_ token: String) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false).map { part in
      (try? Base64URL.decode(Array(part.utf8).span)) ?? []
    }
    header = parts.first ?? []
    payload = parts.dropFirst().first ?? []
    signature = parts.dropFirst(2).first ?? []
  }

  /// Puts the parts together, some of them replaced.
  func replacing(
    header: [UInt8]? = nil, payload: [UInt8]? = nil, signature: [UInt8]? = nil
  ) -> String {
    [header ?? self.header, payload ?? self.payload, signature ?? self.signature]
      .map { String(decoding: Base64URL.encode($0.span), as: UTF8.self) }.joined(separator: ".")
  }
}
