import JOSEKeys

/// What a text of keys holds, on the way to the one key that is meant.
///
/// Nothing is guessed: with two keys that would do, a token could be signed with the one that its
/// verifiers do not have.
struct SigningKeyChoice {
  private let keys: [LoadedKey]
  private let skipped: [SkippedKey]

  init(_ loaded: LoadedKeys) {
    keys = loaded.keys
    skipped = loaded.skipped
  }

  private init(keys: [LoadedKey], skipped: [SkippedKey]) {
    self.keys = keys
    self.skipped = skipped
  }

  /// Leaves the keys of that name; where no key has a name there is nothing to compare it with.
  func having(_ keyID: String?) throws(SigningError) -> SigningKeyChoice {
    guard let keyID else { return self }
    if keys.allSatisfy({ $0.keyID == nil }), skipped.allSatisfy({ $0.keyID == nil }) {
      return self
    }
    let bytes = Array(keyID.utf8)
    let named = SigningKeyChoice(
      keys: keys.filter { $0.keyID == bytes },
      skipped: skipped.filter { $0.keyID.map { Array($0.utf8) } == bytes })
    guard !named.keys.isEmpty || !named.skipped.isEmpty else { throw .unknownKeyID(keyID) }
    return named
  }

  /// The one key that can sign, among those that fit the algorithm if there are several.
  func theOne(for algorithm: SignatureAlgorithm?) throws(SigningError) -> SigningKey {
    guard !keys.isEmpty else { throw .key(skipped.first?.reason ?? .empty) }
    let signing = keys.filter(\.canSign)
    guard let first = signing.first else { throw .key(.privateKeyNeeded) }
    if signing.count == 1 { return SigningKey(first) }
    guard let algorithm else { throw .ambiguousKey(count: signing.count) }
    let fitting = signing.filter { $0.fits(algorithm) }
    guard let only = fitting.first else {
      throw .key(first.mismatch(algorithm))
    }
    guard fitting.count == 1 else { throw .ambiguousKey(count: fitting.count) }
    return SigningKey(only)
  }
}

extension LoadedKey {
  /// Whether the key is more than the public half of one.
  fileprivate var canSign: Bool {
    switch material {
    case .secret, .privateKey: true
    case .publicKey: false
    }
  }
}
