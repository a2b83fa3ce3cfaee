import JOSE
import JOSEKeys
import JWTValidation

/// A key and an algorithm that may have made a signature, and what that would mean.
struct Suspect: Sendable {
  let engine: KeyEngine
  let algorithm: SignatureAlgorithm
  /// What must be true for the pair to be the right one; empty for what a verifier would use.
  let causes: [DiagnosisCause]
}

/// All keys and secrets that the given ones may stand for, ready for every algorithm they can serve.
struct SuspectList: Sendable {
  /// A pair before a header was looked at.
  private struct Entry: Sendable {
    let engine: KeyEngine
    let algorithm: SignatureAlgorithm
    let keyID: [UInt8]?
    let causes: [DiagnosisCause]
  }

  private let entries: [Entry]
  private let accepted: [SignatureAlgorithm]
  private let keyIDs: Set<[UInt8]>
  /// The public keys, for what only they can tell.
  let publicKeys: [LoadedKey]
  /// The key types that were given; a raw secret is of type `oct`.
  let types: Set<KeyType>

  /// - Parameter accepted: the algorithms that a verifier would accept; empty if that is not known.
  init(_ keys: [DiagnosisKey], accepted: [SignatureAlgorithm]) {
    self.accepted = accepted
    var entries: [Entry] = []
    var index = 0
    for key in keys {
      let keyCauses: [DiagnosisCause] = key.isEncoded ? [.keyEncoded] : []
      if key.isRawSecret {
        for reading in SecretText.readings(of: key.bytes) {
          entries += Self.secret(reading.bytes, index, nil, reading.causes)
        }
        index += 1
        continue
      }
      for loaded in key.loaded.keys {
        if case .secret(let secret, _) = loaded.material {
          let bytes = secret.withSpan { $0.copied() }
          for reading in SecretText.readings(of: bytes) {
            entries += Self.secret(
              reading.bytes, index, loaded, keyCauses + Self.ofKeyText(reading.causes))
          }
        } else {
          entries += Self.publicKey(loaded, index, keyCauses)
          for text in PublicKeyTexts.all(of: loaded, given: key.bytes) {
            entries += Self.secret(text.bytes, index, nil, [.publicKeyAsSecret(text.form)])
          }
        }
        index += 1
      }
      if key.loaded.keys.contains(where: { $0.type == .oct }) {
        entries += Self.secret(key.bytes, index - 1, nil, [.secretIsKeyText(wholeKey: true)])
      }
    }
    self.entries = entries
    let loaded = keys.flatMap(\.loaded.keys)
    keyIDs = Set(loaded.compactMap(\.keyID))
    publicKeys = loaded.filter { $0.publicKey != nil }
    types = Set(loaded.map(\.type) + (keys.contains(where: \.isRawSecret) ? [.oct] : []))
  }

  /// The bytes of a JWK's `k` taken as text are what a signer uses that does not decode it.
  private static func ofKeyText(_ causes: [DiagnosisCause]) -> [DiagnosisCause] {
    causes == [.secretDecoded(.base64URL)] ? [.secretIsKeyText(wholeKey: false)] : causes
  }

  private static func secret(
    _ bytes: [UInt8], _ index: Int, _ key: LoadedKey?, _ causes: [DiagnosisCause]
  ) -> [Entry] {
    let loaded = LoadedKey(
      material: .secret(SecretBytes(bytes), allowsAnyLength: true), type: .oct, curve: nil,
      keyID: key?.keyID, algorithm: key?.algorithm)
    return entries(loaded, index, causes)
  }

  private static func publicKey(
    _ key: LoadedKey, _ index: Int, _ causes: [DiagnosisCause]
  ) -> [Entry] { entries(key, index, causes) }

  private static func entries(
    _ key: LoadedKey, _ index: Int, _ causes: [DiagnosisCause]
  ) -> [Entry] {
    SignatureAlgorithm.allCases.filter { $0.fits(key.type, curve: key.curve) }.compactMap {
      algorithm in
      guard let engine = try? KeyEngine(key, index: index, algorithm: algorithm) else {
        return nil
      }
      var causes = causes
      if let pinned = key.algorithm, !key.fits(algorithm) {
        causes.append(.keyForOtherAlgorithm(pinned))
      }
      return Entry(engine: engine, algorithm: algorithm, keyID: key.keyID, causes: causes)
    }
  }

  /// The pairs in the light of a header, those that need the fewest causes first.
  func suspects(for header: JOSEHeader?) -> [Suspect] {
    var suspects: [(offset: Int, suspect: Suspect)] = []
    for (offset, entry) in entries.enumerated() {
      guard let ofAlgorithm = causes(of: entry.algorithm, header) else { continue }
      let ofKey = entry.causes.contains { $0.isAboutAnotherSecret } ? [] : causes(of: entry, header)
      suspects.append(
        (
          offset,
          Suspect(
            engine: entry.engine, algorithm: entry.algorithm,
            causes: entry.causes + ofKey + ofAlgorithm)
        ))
    }
    return suspects.sorted {
      ($0.suspect.causes.count, $0.offset) < ($1.suspect.causes.count, $1.offset)
    }.map(\.suspect)
  }

  /// What it would mean that a token with this header is signed with the algorithm; `nil` if the
  /// algorithm is another name of one that is tried anyway.
  private func causes(
    of algorithm: SignatureAlgorithm, _ header: JOSEHeader?
  ) -> [DiagnosisCause]? {
    guard let header, let said = header.algorithm else {
      if algorithm == .ed25519 || algorithm == .ed448 { return nil }
      let name = header.map { String(decoding: $0.algorithmName, as: UTF8.self) }
      return name.map { [.otherAlgorithm(said: $0, used: algorithm)] } ?? []
    }
    if said == algorithm {
      let isAccepted = accepted.isEmpty || accepted.contains(algorithm)
      return isAccepted ? [] : [.algorithmNotAccepted(algorithm)]
    }
    if algorithm.keyType == .okp {
      // Two names for one computation: the header's own is tried.
      guard said.keyType != .okp, algorithm == .edDSA else { return nil }
    }
    return [.otherAlgorithm(said: said.name, used: algorithm)]
  }

  private func causes(of entry: Entry, _ header: JOSEHeader?) -> [DiagnosisCause] {
    guard let keyID = header?.keyIDBytes, !keyIDs.isEmpty, entry.keyID != keyID else { return [] }
    let name = String(decoding: keyID, as: UTF8.self)
    return keyIDs.contains(keyID) ? [.keyIDOfOtherKey(named: name)] : [.keyIDUnknown(named: name)]
  }
}

extension DiagnosisCause {
  /// Whether the key of the set is not what was used, so that its `kid` says nothing.
  fileprivate var isAboutAnotherSecret: Bool {
    switch self {
    case .publicKeyAsSecret, .secretIsKeyText(wholeKey: true): true
    default: false
    }
  }
}
