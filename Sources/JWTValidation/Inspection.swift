/// Everything that can be said about a token without a key: for people who look, never for trust.
///
/// An inspection does not fail. What it could read is there, what it could not read is among the
/// findings; and nothing it holds can be turned into a `VerifiedToken`.
public struct Inspection: Sendable {
  /// What the text has the shape of.
  public enum Form: String, Equatable, Sendable {
    /// Three parts: a signed (or, with `none`, an unsecured) token.
    case jws = "JWS"
    /// Five parts: an encrypted token, of which only the header can be shown.
    case jwe = "JWE"
    /// Neither.
    case unknown
  }

  /// What the text has the shape of.
  public let form: Form
  /// The header, if it is a JSON object in base64url.
  public let header: JOSEHeader?
  /// The decoded payload, if it is base64url.
  public let payload: [UInt8]?
  /// The claims, if the payload is a JSON object.
  public let claims: JSONObject?
  /// The length of the signature in bytes, if it is base64url.
  public let signatureByteCount: Int?
  /// Everything that was found, the form first.
  public let findings: [Finding]

  /// Looks at a token.
  ///
  /// - Parameters:
  ///   - text: what may be a token.
  ///   - now: the time to compare `exp`, `nbf` and `iat` with; `nil` leaves that out.
  ///   - maximumByteCount: the longest text that is looked at.
  public init(
    of text: [UInt8], at now: NumericDate? = nil,
    maximumByteCount: Int = JWSVerifier.defaultMaximumByteCount
  ) {
    var findings: [Finding] = []
    let segments: CompactSegments
    do {
      segments = try CompactSegments(text.span, limit: maximumByteCount)
    } catch {
      findings.append(.token(error))
      form = error == .encrypted ? .jwe : .unknown
      header = error == .encrypted ? Self.firstPart(text, &findings) : nil
      payload = nil
      claims = nil
      signatureByteCount = nil
      self.findings = findings
      return
    }
    form = .jws
    header = Self.header(text.span.extracting(segments.header), &findings)
    let part = text.span.extracting(segments.payload)
    if let header, !header.isPayloadEncoded {
      // Read the way a JWS verifier reads it, so that what is shown is what was signed.
      findings.append(.header(.unencodedPayload))
      payload = part.copied()
    } else {
      payload = Self.decode(part, .payload, &findings)
    }
    claims = payload.flatMap { Self.claims($0, &findings) }
    signatureByteCount =
      Self.decode(text.span.extracting(segments.signature), .signature, &findings)?.count
    if let header { findings += InspectionRules.observe(header) }
    if let claims { findings += InspectionRules.observe(claims, at: now) }
    self.findings = findings
  }

  private static func firstPart(_ text: [UInt8], _ findings: inout [Finding]) -> JOSEHeader? {
    guard let dot = text.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    return header(text.span.extracting(..<dot), &findings)
  }

  private static func header(_ text: Span<UInt8>, _ findings: inout [Finding]) -> JOSEHeader? {
    do {
      let header = try JOSEHeader(encoded: text)
      findings += header.violations.map { .header($0) }
      return header
    } catch {
      findings.append(.token(error))
      return nil
    }
  }

  private static func decode(
    _ text: Span<UInt8>, _ segment: TokenSegment, _ findings: inout [Finding]
  ) -> [UInt8]? {
    do {
      return try Base64URL.decode(text)
    } catch {
      findings.append(.token(.encoding(segment, error)))
      return nil
    }
  }

  private static func claims(_ payload: [UInt8], _ findings: inout [Finding]) -> JSONObject? {
    do {
      let value = try JSONValue.parse(payload)
      if let object = value.object { return object }
      findings.append(.token(.notAnObject(.payload, found: value.kind)))
    } catch {
      findings.append(.token(.json(.payload, error)))
    }
    return nil
  }
}

extension Inspection: CustomStringConvertible, CustomReflectable {
  /// Form and codes; not the token.
  public var description: String {
    "Inspection(\(form.rawValue), not verified, findings: \(findings.map(\.code)))"
  }
  /// Form and codes; not the token.
  public var customMirror: Mirror { Mirror(self, children: ["inspection": description]) }
}
