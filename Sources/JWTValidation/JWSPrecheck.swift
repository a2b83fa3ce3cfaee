/// What can be said about a token without any key.
extension JWSVerifier {
  /// Checks form, header and algorithm, so that a token that no key could help causes no work.
  ///
  /// - Throws: what a verifier of these algorithms would throw too.
  package static func checkBeforeKeys(
    _ token: Span<UInt8>, _ algorithms: [SignatureAlgorithm], limit: Int
  ) throws(VerificationFailure) {
    let header: JOSEHeader
    do {
      let segments = try CompactSegments(token, limit: limit)
      header = try JOSEHeader(encoded: token.extracting(segments.header))
    } catch {
      throw .malformed(error)
    }
    guard header.violations.isEmpty else { throw .header(header.violations) }
    guard let algorithm = header.algorithm, algorithms.contains(algorithm) else {
      if header.isUnsecured { throw .key(.unsecured) }
      let name = String(decoding: header.algorithmName, as: UTF8.self)
      throw .key(.algorithmNotAllowed(name: name, allowed: algorithms))
    }
  }
}
