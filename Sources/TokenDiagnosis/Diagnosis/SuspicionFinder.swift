import JOSE
import JOSEKeys
import JWTValidation

/// What the shape of a token and the numbers of the keys say where no near miss was found.
enum SuspicionFinder {
  static func suspicions(
    _ parts: TokenParts, _ list: SuspectList, _ asGiven: [Suspect]
  ) -> [Suspicion] {
    let header = parts.readHeader
    guard !parts.signature.isEmpty, header?.isUnsecured != true else { return [.notSigned] }
    var found: [Suspicion] = []
    if let header, header.algorithm == nil {
      found.append(.unknownAlgorithm(String(decoding: header.algorithmName, as: UTF8.self)))
    }
    if let algorithm = header?.algorithm, !list.types.contains(algorithm.keyType) {
      found.append(.noKeyOfType(algorithm))
    }
    if let signature = parts.signatureBytes,
      let hash = list.publicKeys.lazy.compactMap({ $0.hashOfPKCS1Signature(signature) }).first
    {
      return found + [.contentChanged(hash: hash)]
    }
    found += length(parts, header, asGiven)
    if isCompact(parts, .header) == true, isCompact(parts, .payload) == false {
      found.append(.mixedLayout)
    }
    return found.filter(\.isCertain).isEmpty ? found + [.wrongKeyOrContent] : found
  }

  private static func length(
    _ parts: TokenParts, _ header: JOSEHeader?, _ asGiven: [Suspect]
  ) -> [Suspicion] {
    let expected = Set(asGiven.map { ($0.engine.signatureByteCount * 4 + 2) / 3 })
    guard let algorithm = header?.algorithm, let wanted = expected.min(),
      !expected.contains(parts.signature.count)
    else { return [] }
    let byteCount = Base64URL.decodedCount(ofEncodedCount: parts.signature.count)
    if algorithm.keyType == .rsa, [128, 256, 384, 512, 1024].contains(byteCount),
      let key = asGiven.first?.engine.signatureByteCount
    {
      return [.otherKeySize(signature: byteCount * 8, key: key * 8)]
    }
    let candidates = SignatureAlgorithm.allCases.filter {
      $0 != algorithm && $0.usualSignatureByteCount == byteCount
    }
    guard candidates.isEmpty else {
      return [.lengthOfOtherAlgorithm(byteCount: byteCount, candidates: candidates)]
    }
    return parts.signature.count < wanted
      ? [.signatureTruncated(expected: wanted, found: parts.signature.count)]
      : [.signatureTooLong(expected: wanted, found: parts.signature.count)]
  }

  /// Whether a part is JSON without white space between its members; `nil` if it is no JSON.
  private static func isCompact(_ parts: TokenParts, _ segment: TokenSegment) -> Bool? {
    parts.object(segment).map { object in
      let layout = JSONLayout(
        spacing: .compact, isSorted: false, escaping: .asReceived, endsWithLineFeed: false)
      return layout.text(of: JSONValue(object)).count == JSONValue(object).sourceText.utf8.count
    }
  }
}

extension SignatureAlgorithm {
  /// The length of a signature where the algorithm alone sets it; `nil` for RSA and EdDSA.
  fileprivate var usualSignatureByteCount: Int? {
    switch scheme {
    case .hmac(let hash): hash.byteCount
    case .ecdsa(let curve, _): 2 * curve.coordinateByteCount
    case .edwards(let curves): curves.count == 1 ? 2 * curves[0].coordinateByteCount : nil
    case .rsaPKCS1, .rsaPSS: nil
    }
  }
}
