import JOSE
public import JWTValidation
import StrictCoding

/// A DPoP proof that is good by itself: signed by the key that it holds, and made for this request
/// (RFC 9449 §4.3, checks 1 to 11).
///
/// It says nothing about a token; `DPoPAuthenticator` compares it with one.
public struct DPoPProof: Sendable {
  /// What the key is known by: the SHA-256 thumbprint of RFC 7638, in base64url.
  public let thumbprint: String
  /// When the proof was made.
  public let issuedAt: NumericDate
  private let tokenHash: [UInt8]?
  private let identifier: [UInt8]

  private static let type = Array("dpop+jwt".utf8)

  /// Checks a proof.
  ///
  /// - Parameters:
  ///   - text: the value of the header field `DPoP`.
  ///   - method: the method of the request, exactly as it came.
  ///   - url: the URL of the request, as the client wrote it; query and fragment are not looked at.
  ///   - options: what is asked of proofs.
  ///   - now: the time.
  /// - Throws: `DPoPFailure` for the first check that fails.
  public init(
    _ text: String, method: String, url: String, options: DPoPOptions, at now: NumericDate
  ) throws(DPoPFailure) {
    let payload = try Self.payload(text, options)
    let claims = payload.claims
    thumbprint = payload.thumbprint
    // 8., 9. It is for this request.
    guard try Self.text(claims, "htm") == Array(method.utf8) else { throw .method }
    guard let asked = DPoPURL(url.utf8), DPoPURL(try Self.text(claims, "htu")) == asked else {
      throw .url
    }
    // 10. It has the nonce that is asked for.
    if case .asked(_, let accepts) = options.nonce {
      guard let nonce = claims["nonce"]?.string, accepts(nonce, now) else { throw .nonce }
    }
    // 11. It is new.
    issuedAt = try Self.time(claims)
    guard issuedAt <= now.advanced(bySeconds: options.leeway) else { throw .inFuture }
    let age = now.seconds(since: issuedAt)
    guard age <= options.maximumAge else { throw .tooOld(age: age, limit: options.maximumAge) }
    identifier = try Self.text(claims, "jti")
    guard !identifier.isEmpty else { throw .claimMissing("jti") }
    tokenHash = claims["ath"]?.stringBytes
  }

  /// Whether the proof is for an access token, of which it then holds the digest.
  func isFor(_ token: Span<UInt8>) -> Bool {
    guard let tokenHash, let digest = ByteDigest(of: token) else { return false }
    return tokenHash == Base64URL.encode(digest.bytes.span)
  }

  /// Whether an access token is bound to the proof's key (RFC 9449 §6.1).
  func checkBinding(of token: VerifiedToken) throws(DPoPFailure) {
    guard let bound = Self.boundThumbprint(token.claims) else { throw .tokenNotBound }
    guard bound == Array(thumbprint.utf8) else { throw .otherKey }
  }

  /// What a proof is remembered by, so that it is not used twice; `nil` where libcrypto offers no
  /// SHA-256.
  var identity: TokenIdentity? {
    TokenIdentity(proofOf: Array(thumbprint.utf8), identifier: identifier)
  }

  /// The thumbprint of the key that a token is bound to.
  static func boundThumbprint(_ claims: ClaimsSet) -> [UInt8]? {
    claims.revealed["cnf"]?.object?["jkt"]?.stringBytes
  }

  // MARK: The steps up to the signature

  private static func payload(
    _ text: String, _ options: DPoPOptions
  ) throws(DPoPFailure) -> (claims: JSONObject, thumbprint: String) {
    // 2. It is a JWT.
    let bytes = Array(text.utf8)
    let header: JOSEHeader
    do {
      let segments = try CompactSegments(bytes.span, limit: options.maximumByteCount)
      header = try JOSEHeader(encoded: bytes.span.extracting(segments.header))
    } catch {
      throw .malformed(error)
    }
    // 7. The key in the header is no private one: that is a rule of every header.
    guard header.violations.isEmpty else { throw .header(header.violations) }
    // 4. It says that it is a proof and nothing else.
    guard let type = header.parameters["typ"]?.stringBytes, isProofType(type) else {
      throw .wrongType
    }
    // 5. The algorithm is one of public keys, and accepted.
    guard let algorithm = header.algorithm, options.algorithms.contains(algorithm) else {
      throw .algorithmNotAllowed(
        name: String(decoding: header.algorithmName, as: UTF8.self))
    }
    // 6. The key in the header has signed it.
    guard let members = header.parameters["jwk"] else { throw .keyMissing }
    let verifier: JWSVerifier
    let thumbprint: String
    do throws(KeyError) {
      (verifier, thumbprint) = try self.verifier(members, algorithm)
    } catch {
      throw .key(error)
    }
    do throws(VerificationFailure) {
      let payload = try verifier.verify(bytes)
      return (try claims(payload), thumbprint)
    } catch {
      throw DPoPFailure(error)
    }
  }

  private static func isProofType(_ type: [UInt8]) -> Bool {
    let lowered = type.map(lowercased)
    return lowered == Self.type || lowered == Array("application/".utf8) + Self.type
  }

  private static func verifier(
    _ members: JSONValue, _ algorithm: SignatureAlgorithm
  ) throws(KeyError) -> (JWSVerifier, thumbprint: String) {
    guard let object = members.object else { throw .unrecognized }
    let jwk: JWK
    do { jwk = try JWK(object) } catch { throw .jwk(error) }
    guard jwk.keyType != .oct else { throw .jwkAsSecret }
    var keys = try VerificationKeys.jwks(Array(members.sourceText.utf8))
    // Its name does not matter: there is no other.
    for index in keys.loaded.keys.indices { keys.loaded.keys[index].keyID = nil }
    let verifier: JWSVerifier
    do throws(PolicyError) {
      verifier = try JWSVerifier(keys: keys, algorithms: [algorithm])
    } catch {
      if case .key(let error) = error { throw error }
      throw keys.skipped.first?.reason
        ?? .algorithmMismatch(algorithm: algorithm, type: jwk.keyType, curve: jwk.curve)
    }
    return (verifier, try jwk.thumbprint())
  }

  private static func claims(
    _ payload: VerifiedPayload
  ) throws(VerificationFailure) -> JSONObject {
    do { return try payload.claims().revealed } catch { throw .malformed(error) }
  }

  private static func text(
    _ claims: JSONObject, _ name: String
  ) throws(DPoPFailure) -> [UInt8] {
    guard let value = claims[name] else { throw .claimMissing(name) }
    guard let text = value.stringBytes else {
      throw .claim(.wrongType(claim: name, expected: [.string], found: value.kind))
    }
    return text
  }

  private static func time(_ claims: JSONObject) throws(DPoPFailure) -> NumericDate {
    guard let value = claims["iat"] else { throw .claimMissing("iat") }
    do { return try TimeClaim.read(value, claim: "iat") } catch { throw .claim(error) }
  }
}

extension DPoPFailure {
  /// What was wrong with the signature, and what with the text behind it.
  fileprivate init(_ failure: VerificationFailure) {
    self =
      switch failure {
      case .malformed(let error): .malformed(error)
      case .header(let errors): .header(errors)
      case .signature(let failure): .signature(failure)
      // The only key was the right one; it had no name, and the algorithm is the header's.
      case .key, .claims: .signature(.invalid(keysTried: 0))
      }
  }
}
