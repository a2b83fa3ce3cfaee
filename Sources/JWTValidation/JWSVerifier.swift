public import JOSEKeys

/// Checks the signature of a JWS and nothing else (RFC 7515 §5.2).
///
/// For payloads that are no claims sets, and as the first half of `Verifier`, which is what a JWT
/// needs: a good signature alone says neither for whom a token is nor until when.
///
/// A verifier is made once and shared: it is `Sendable`, and verifying takes no lock.
public struct JWSVerifier: Sendable {
  private let ring: KeyRing
  private let cache = HeaderCache()
  private let maximumByteCount: Int

  /// The largest token that is looked at unless the caller says otherwise: 1 MiB.
  public static let defaultMaximumByteCount = 1 << 20

  /// Makes the keys ready.
  ///
  /// - Parameters:
  ///   - keys: the keys that may have signed.
  ///   - algorithms: those that are accepted; never read from a token.
  ///   - maximumByteCount: the longest token that is looked at.
  /// - Throws: `PolicyError` if the list is empty or mixes HMAC with public-key algorithms, or if
  ///   no key can be used with it.
  public init(
    keys: VerificationKeys, algorithms: [SignatureAlgorithm],
    maximumByteCount: Int = defaultMaximumByteCount
  ) throws(PolicyError) {
    ring = try KeyRing(keys, algorithms)
    self.maximumByteCount = maximumByteCount
  }

  /// The algorithms that are accepted.
  public var algorithms: [SignatureAlgorithm] { ring.algorithms }

  /// The secrets of a JWK Set that are too short for an algorithm of the list, and therefore not used.
  public var unusedKeys: [SkippedKey] { ring.unused }

  /// Checks a token in JWS Compact Serialization.
  ///
  /// - Throws: `VerificationFailure` for its form, header, key or signature; never `.claims`.
  public func verify(_ token: [UInt8]) throws(VerificationFailure) -> VerifiedPayload {
    try accept(token.span, allowsUnencoded: true).asPayload
  }

  /// Checks a token in JWS Compact Serialization.
  ///
  /// - Throws: `VerificationFailure` for its form, header, key or signature; never `.claims`.
  public func verify(_ token: String) throws(VerificationFailure) -> VerifiedPayload {
    try accept(token.utf8.span, allowsUnencoded: true).asPayload
  }

  /// Checks a token whose payload travels by another way (RFC 7515 appendix F): its middle part is
  /// empty. The limit on the size of tokens does not count the payload, which the caller has anyway.
  ///
  /// - Throws: `VerificationFailure`; `token.payload-present` if the token has a payload of its own.
  public func verify(
    _ token: [UInt8], detachedPayload: [UInt8]
  ) throws(VerificationFailure) -> VerifiedPayload {
    let segments: CompactSegments
    do { segments = try CompactSegments(token.span, limit: maximumByteCount) } catch {
      throw .malformed(error)
    }
    guard segments.payload.isEmpty else { throw .malformed(.payloadPresent) }
    let header: JOSEHeader
    do { header = try JOSEHeader(encoded: token.span.extracting(segments.header)) } catch {
      throw .malformed(error)
    }
    let payload =
      header.isPayloadEncoded ? Base64URL.encode(detachedPayload.span) : detachedPayload
    let complete =
      token[segments.header] + [UInt8(ascii: ".")] + payload + [UInt8(ascii: ".")]
      + token[segments.signature]
    // An unencoded payload may hold dots (RFC 7797 §5.2), so the text is not split again.
    let parts = CompactSegments(
      headerCount: segments.header.count, payloadCount: payload.count,
      signatureCount: segments.signature.count)
    return try accept(complete.span, parts, allowsUnencoded: true).asPayload
  }

  /// The stages from structure to signature.
  func accept(
    _ text: Span<UInt8>, allowsUnencoded: Bool
  ) throws(VerificationFailure) -> AcceptedToken {
    // Most tokens begin with a header that is known and have the form that goes with it.
    if text.count <= maximumByteCount, let header = cache.find(startOf: text),
      let segments = header.segments(of: text),
      let parts = DecodedParts(
        payload: text.extracting(segments.payload), signature: text.extracting(segments.signature))
    {
      let signature = try Self.check(text.extracting(segments.signingInput), parts, header)
      return AcceptedToken(signature: signature, parts: parts)
    }
    let segments: CompactSegments
    do { segments = try CompactSegments(text, limit: maximumByteCount) } catch {
      throw .malformed(error)
    }
    return try accept(text, segments, allowsUnencoded: allowsUnencoded)
  }

  /// The same for a token that nothing is known about, or whose parts are known already.
  private func accept(
    _ text: Span<UInt8>, _ segments: CompactSegments, allowsUnencoded: Bool
  ) throws(VerificationFailure) -> AcceptedToken {
    let known = cache.find(startOf: text)
    let header = if let known { known } else { try read(text.extracting(segments.header)) }
    if !allowsUnencoded, !header.isPayloadEncoded { throw .header([.unencodedPayload]) }
    let parts = try Self.decode(text, segments, isPayloadEncoded: header.isPayloadEncoded)
    let signature = try Self.check(text.extracting(segments.signingInput), parts, header)
    if known == nil { cache.insert(header) }
    return AcceptedToken(signature: signature, parts: parts)
  }

  /// Asks the header's engines for one that finds the signature good.
  @inline(__always)
  private static func check(
    _ message: Span<UInt8>, _ parts: borrowing DecodedParts, _ header: AcceptedHeader
  ) throws(VerificationFailure) -> AcceptedSignature {
    let signature = parts.bytes.span.extracting(parts.payloadCount...)
    guard !signature.isEmpty else { throw .signature(.missing) }
    guard let index = header.firstEngine(accepting: signature, message: message) else {
      throw .signature(failure(header.engines, signature.count))
    }
    return AcceptedSignature(header: header, engineIndex: index)
  }

  /// Reads a header that has not been seen before (RFC 7515 §5.2 steps 2 to 5) and chooses the keys.
  private func read(_ encoded: Span<UInt8>) throws(VerificationFailure) -> AcceptedHeader {
    let header: JOSEHeader
    do { header = try JOSEHeader(encoded: encoded) } catch { throw .malformed(error) }
    guard header.violations.isEmpty else { throw .header(header.violations) }
    do throws(KeySelectionError) {
      let engines = try ring.engines(for: header)
      guard let algorithm = header.algorithm else { throw .unsecured }
      return AcceptedHeader(
        encoded: encoded.copied(), header: header, algorithm: algorithm, engines: engines)
    } catch {
      throw .key(error)
    }
  }

  private static func decode(
    _ text: Span<UInt8>, _ segments: CompactSegments, isPayloadEncoded: Bool
  ) throws(VerificationFailure) -> DecodedParts {
    let payload = text.extracting(segments.payload)
    let signature = text.extracting(segments.signature)
    if isPayloadEncoded {
      if let parts = DecodedParts(payload: payload, signature: signature) { return parts }
      if let error = Base64URL.firstError(in: payload) {
        throw .malformed(.encoding(.payload, error))
      }
    } else if let decoded = try? Base64URL.decode(signature) {
      return DecodedParts(bytes: payload.copied() + decoded, payloadCount: payload.count)
    }
    throw .malformed(
      .encoding(
        .signature,
        Base64URL.firstError(in: signature) ?? .impossibleLength(count: signature.count)))
  }

  private static func failure(_ engines: [KeyEngine], _ count: Int) -> SignatureFailure {
    let lengths = Set(engines.map(\.signatureByteCount))
    if lengths.count == 1, let expected = lengths.first, expected != count {
      return .wrongLength(expected: expected, found: count)
    }
    return .invalid(keysTried: engines.count { $0.signatureByteCount == count })
  }
}
