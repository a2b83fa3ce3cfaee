/// Which of several policies a token falls to, by the issuer that it names.
///
/// `iss` is read before anything is verified, but only to choose; whoever is chosen checks it again.
package struct IssuerTable: Sendable {
  private let positionsByIssuer: [[UInt8]: Int]
  private let maximumByteCount: Int

  /// - Parameter issuers: the issuers of each policy.
  /// - Throws: `PolicyError` if there is no policy, if one accepts any issuer, or if two accept the
  ///   same.
  package init(
    _ issuers: [[[UInt8]]], maximumByteCount: Int = JWSVerifier.defaultMaximumByteCount
  ) throws(PolicyError) {
    guard !issuers.isEmpty else { throw .issuerNotNamed }
    var positions: [[UInt8]: Int] = [:]
    for (index, issuers) in issuers.enumerated() {
      guard !issuers.isEmpty else { throw .issuerNotNamed }
      for issuer in issuers {
        guard positions.updateValue(index, forKey: issuer) == nil else {
          throw .duplicateIssuer(String(decoding: issuer, as: UTF8.self))
        }
      }
    }
    positionsByIssuer = positions
    self.maximumByteCount = maximumByteCount
  }

  /// The position of the policy for the issuer that a token names.
  ///
  /// - Throws: `VerificationFailure` if the token names none that is known.
  package func position(for token: [UInt8]) throws(VerificationFailure) -> Int {
    guard let issuer = try Self.claims(token, limit: maximumByteCount)["iss"]?.stringBytes else {
      throw .key(.issuerNeeded)
    }
    guard let position = positionsByIssuer[issuer] else { throw .key(.unknownIssuer) }
    return position
  }

  /// The claims as they stand, by the rules and in the order in which a verifier reads a token.
  private static func claims(
    _ token: [UInt8], limit: Int
  ) throws(VerificationFailure) -> JSONObject {
    let text = token.span
    let header: JOSEHeader
    let payload: Span<UInt8>
    do {
      let segments = try CompactSegments(text, limit: limit)
      header = try JOSEHeader(encoded: text.extracting(segments.header))
      payload = text.extracting(segments.payload)
    } catch {
      throw .malformed(error)
    }
    guard header.violations.isEmpty else { throw .header(header.violations) }
    guard header.isPayloadEncoded else { throw .header([.unencodedPayload]) }
    guard !header.isUnsecured else { throw .key(.unsecured) }
    let bytes: [UInt8]
    do { bytes = try Base64URL.decode(payload) } catch {
      throw .malformed(.encoding(.payload, error))
    }
    let value: JSONValue
    do { value = try JSONValue.parse(bytes) } catch { throw .malformed(.json(.payload, error)) }
    guard let claims = value.object else {
      throw .malformed(.notAnObject(.payload, found: value.kind))
    }
    return claims
  }
}
