import JOSE
import JOSEKeys
import JWTValidation

/// The stages of one diagnosis, from what is likely and cheap to what is neither.
struct DiagnosisSearch {
  private let token: [UInt8]
  private let list: SuspectList
  private let prober: Prober

  init(_ token: [UInt8], _ list: SuspectList, _ prober: Prober) {
    self.token = token
    self.list = list
    self.prober = prober
  }

  /// Runs the stages until one explains the signature or the prober stops.
  mutating func run() -> Diagnosis {
    guard token.count <= JWSVerifier.defaultMaximumByteCount else {
      return result(.noToken(shapeError), [])
    }
    let texts = TransportDamage.repairs(of: token)
    let repaired = texts.compactMap { text in
      TokenParts(text.bytes).map { (parts: $0, causes: text.causes) }
    }
    let given = TokenParts(token)
    guard let parts = given ?? repaired.first?.parts else {
      return result(.noToken(shapeError), [])
    }
    let suspects = list.suspects(for: parts.readHeader)
    let asGiven = suspects.filter(\.causes.isEmpty)
    let near = suspects.filter { $0.causes.count <= 1 }

    prober.begin(.asGiven)
    if let miss = prober.search(readings(given), asGiven) {
      return result(.fits(key: miss.key, algorithm: miss.algorithm), [])
    }
    let stages: [(DiagnosisStage, () -> NearMiss?)] = [
      (.keys, { [self] in prober.search(readings(given), suspects) }),
      (.transport, { [self] in searchRepaired(repaired) }),
      (.signatureForm, { [self] in prober.search(SignatureForms.readings(of: parts), suspects) }),
      (
        .spelling,
        { [self] in
          prober.search(SignedSpellings.readings(of: parts), suspects)
            ?? searchReplacedAlgorithms(parts)
        }
      ),
      (
        .layout,
        { [self] in
          prober.search(SignedLayouts.readings(of: parts), fitting(near, parts))
            ?? prober.search(MemberOrders.readings(of: parts), fitting(asGiven, parts))
        }
      ),
      (
        .content,
        { [self] in prober.search(ContentEdits.readings(of: parts), fitting(near, parts)) }
      ),
      (.characters, { [self] in searchEdits(parts, asGiven.isEmpty ? near : asGiven) }),
    ]
    for (stage, search) in stages {
      guard prober.mayGoOn else { break }
      prober.begin(stage)
      if let miss = search() { return result(.explained(miss), []) }
    }
    return result(.unexplained, SuspicionFinder.suspicions(parts, list, asGiven))
  }

  private func result(_ outcome: Diagnosis.Outcome, _ suspicions: [Suspicion]) -> Diagnosis {
    Diagnosis(
      outcome: outcome, suspicions: suspicions,
      tried: prober.counts, stop: prober.stop)
  }

  private var shapeError: TokenError {
    do {
      _ = try CompactSegments(token.span, limit: JWSVerifier.defaultMaximumByteCount)
      return .empty
    } catch {
      return error
    }
  }

  private func readings(_ parts: TokenParts?) -> [SignedReading] {
    parts.flatMap { $0.reading([]) }.map { [$0] } ?? []
  }

  /// A repaired text may have another header, and so other suspects.
  private func searchRepaired(
    _ repaired: [(parts: TokenParts, causes: [DiagnosisCause])]
  ) -> NearMiss? {
    for (parts, causes) in repaired {
      guard let reading = parts.reading(causes) else { continue }
      if let miss = prober.search([reading], list.suspects(for: parts.readHeader)) { return miss }
    }
    return nil
  }

  /// A header whose `alg` was replaced after signing by the name it has now.
  private func searchReplacedAlgorithms(_ parts: TokenParts) -> NearMiss? {
    guard let header = parts.object(.header), let value = header["alg"],
      let bytes = try? Base64URL.decode(parts.header.span), let signature = parts.signatureBytes
    else { return nil }
    let now = value.string ?? value.sourceText
    for algorithm in SignatureAlgorithm.allCases
    where !value.isString(algorithm.name) {
      var text = bytes
      text.replaceSubrange(value.range, with: Array("\"\(algorithm.name)\"".utf8))
      let encoded = Base64URL.encode(text.span)
      let reading = SignedReading(
        message: TokenParts.message(encoded, parts.payload), signature: signature,
        causes: [.algorithmReplaced(now: now, signed: algorithm)])
      let suspects = list.suspects(for: try? JOSEHeader(encoded: encoded.span))
        .filter { $0.algorithm == algorithm }
      if let miss = prober.search([reading], suspects) { return miss }
    }
    return nil
  }

  /// Those that make signatures of the token's length. Where there are none, the many other texts
  /// need not be made.
  private func fitting(_ suspects: [Suspect], _ parts: TokenParts) -> [Suspect] {
    let byteCount = parts.signatureBytes?.count
    return suspects.filter { $0.engine.signatureByteCount == byteCount }
  }

  private func searchEdits(_ parts: TokenParts, _ suspects: [Suspect]) -> NearMiss? {
    for suspect in suspects {
      guard prober.mayGoOn else { return nil }
      if let cause = SignatureEnds(parts, prober).cause(suspect) {
        return NearMiss(suspect, [cause])
      }
      let edits = SignatureEdits(parts, byteCount: suspect.engine.signatureByteCount)
      if let cause = edits.search({ prober.fits(suspect.engine, $0, $1) }, { prober.mayGoOn }) {
        return NearMiss(suspect, [cause])
      }
    }
    guard let signature = parts.signatureBytes else { return nil }
    let fitting = fitting(suspects, parts)
    guard !fitting.isEmpty else { return nil }
    for segment in [TokenSegment.payload, .header] {
      for edit in TextEdits(segment == .header ? parts.header : parts.payload) {
        let message =
          segment == .header
          ? TokenParts.message(edit.text, parts.payload)
          : TokenParts.message(parts.header, edit.text)
        for suspect in fitting {
          guard prober.mayGoOn else { return nil }
          if prober.fits(suspect.engine, signature, message) {
            return NearMiss(suspect, [edit.cause(segment)])
          }
        }
      }
    }
    return nil
  }
}
