import JOSEKeys
import JWTIssuing
import JWTValidation
import PolicyFile

/// The issuer of a policy's entry, played with keys made on the spot.
struct TrialIssuer: Sendable {
  let entry: PolicyEntry
  /// One key for each of the entry's algorithms, in its order.
  let keys: [(algorithm: SignatureAlgorithm, key: SigningKey)]
  let verificationKeys: VerificationKeys

  /// Makes a key for each algorithm, under the identifiers of the real ones where they are known.
  init(_ entry: PolicyEntry) throws(SigningError) {
    self.entry = entry
    let names = entry.keys.flatMap(\.knownKeyIDs)
    var keys: [(algorithm: SignatureAlgorithm, key: SigningKey)] = []
    var all: VerificationKeys?
    for (index, algorithm) in entry.policy.algorithms.enumerated() {
      let name = index < names.count ? names[index] : "trial-\(algorithm.name)"
      let key = try SigningKey.generate(for: algorithm, keyID: name)
      keys.append((algorithm, key))
      let half = try Self.verificationKeys(key, algorithm)
      all = all.map { $0 + half } ?? half
    }
    guard let all else { throw .key(.empty) }
    self.keys = keys
    verificationKeys = all
  }

  private static func verificationKeys(
    _ key: SigningKey, _ algorithm: SignatureAlgorithm
  ) throws(SigningError) -> VerificationKeys {
    let jwk = try key.publicJWK(for: algorithm)
    do throws(KeyError) {
      if let jwk { return try .jwks(jwk.encoded()) }
      guard let secret = key.revealedSecret else { throw .empty }
      return try secret.withSpan { (bytes) throws(KeyError) in
        try .secret(bytes.copied(), keyID: key.keyID)
      }
    } catch {
      throw .key(error)
    }
  }
}

extension KeyReference {
  /// The `kid`s that the policy itself tells.
  fileprivate var knownKeyIDs: [String] {
    if case .inline(let keys) = source {
      return keys.loaded.keys.compactMap { $0.keyID.map { String(decoding: $0, as: UTF8.self) } }
    }
    return keyID.map { [$0] } ?? []
  }
}
