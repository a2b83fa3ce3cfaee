import JOSEKeys

/// A verifier's keys, ready to be chosen from by what a header says.
struct KeyRing: Sendable {
  /// With no `kid` every key that fits is tried; beyond this many a token could make a verifier work
  /// for nothing, so the token has to name its key.
  static let candidateLimit = 16

  private struct Entry: Sendable {
    let keyID: [UInt8]?
    let engines: [(algorithm: SignatureAlgorithm, engine: KeyEngine)]

    func engine(for algorithm: SignatureAlgorithm) -> KeyEngine? {
      engines.first { $0.algorithm == algorithm }?.engine
    }
  }

  let algorithms: [SignatureAlgorithm]
  /// Keys of a set that are too short for an algorithm and therefore not used at all.
  let unused: [SkippedKey]
  private let entries: [Entry]
  /// Whether any key has an ID.
  private let hasKeyIDs: Bool
  /// Where the keys of an ID are, if they are many; a few are compared one by one, because the first
  /// dictionary of a process takes a tenth of the time that a verification on the command line takes.
  private let positionsByKeyID: [[UInt8]: [Int]]?

  /// Makes every key ready for every listed algorithm that it may be used with.
  init(_ keys: VerificationKeys, _ algorithms: [SignatureAlgorithm]) throws(PolicyError) {
    guard !algorithms.isEmpty else { throw .noAlgorithms }
    let areSymmetric = algorithms[0].isSymmetric
    guard algorithms.allSatisfy({ $0.isSymmetric == areSymmetric }) else { throw .mixedAlgorithms }
    self.algorithms = algorithms
    var entries: [Entry] = []
    var unused: [SkippedKey] = []
    for (index, key) in keys.loaded.keys.enumerated() {
      var engines: [(SignatureAlgorithm, KeyEngine)] = []
      for algorithm in algorithms where key.fits(algorithm) {
        do throws(KeyError) {
          try key.checkLength(for: algorithm)
          engines.append((algorithm, try KeyEngine(key, index: index, algorithm: algorithm)))
        } catch {
          // Whether a secret without `alg` is too short is known only here; in a set it spoils the
          // others no more than any other key that cannot be used.
          guard error.isAboutLength, let position = key.setIndex else { throw .key(error) }
          let keyID = key.keyID.map { String(decoding: $0, as: UTF8.self) }
          unused.append(SkippedKey(index: position, keyID: keyID, reason: error))
          engines = []
          break
        }
      }
      entries.append(Entry(keyID: key.keyID, engines: engines))
    }
    guard entries.contains(where: { !$0.engines.isEmpty }) else {
      if let short = unused.first { throw .key(short.reason) }
      guard keys.count == 1, let only = keys.loaded.keys.first else {
        throw .noUsableKey(skipped: keys.skipped)
      }
      throw .key(only.mismatch(algorithms[0]))
    }
    self.entries = entries
    self.unused = unused
    hasKeyIDs = entries.contains { $0.keyID != nil }
    positionsByKeyID = entries.count > Self.candidateLimit ? Self.positionsByKeyID(entries) : nil
  }

  private static func positionsByKeyID(_ entries: [Entry]) -> [[UInt8]: [Int]] {
    var positions: [[UInt8]: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      if let keyID = entry.keyID { positions[keyID, default: []].append(index) }
    }
    return positions
  }

  private func positions(of keyID: [UInt8]) -> [Int] {
    guard let positionsByKeyID else {
      return entries.indices.filter { entries[$0].keyID == keyID }
    }
    return positionsByKeyID[keyID] ?? []
  }

  /// The keys that a token with this header may be verified with.
  func engines(for header: JOSEHeader) throws(KeySelectionError) -> [KeyEngine] {
    guard let algorithm = header.algorithm, algorithms.contains(algorithm) else {
      if header.isUnsecured { throw .unsecured }
      throw .algorithmNotAllowed(
        name: String(decoding: header.algorithmName, as: UTF8.self), allowed: algorithms)
    }
    // Where no key has an ID there is nothing to compare the token's with.
    if let keyID = header.keyIDBytes, hasKeyIDs {
      return [try engine(keyID: keyID, algorithm: algorithm)]
    }
    var engines: [KeyEngine] = []
    for entry in entries {
      guard let engine = entry.engine(for: algorithm) else { continue }
      guard engines.count < Self.candidateLimit else {
        throw .keyIDNeeded(limit: Self.candidateLimit)
      }
      engines.append(engine)
    }
    guard !engines.isEmpty else { throw .noCompatibleKey(algorithm: algorithm) }
    return engines
  }

  private func engine(
    keyID: [UInt8], algorithm: SignatureAlgorithm
  ) throws(KeySelectionError) -> KeyEngine {
    let name = String(decoding: keyID, as: UTF8.self)
    let positions = positions(of: keyID)
    guard !positions.isEmpty else { throw .unknownKeyID(name) }
    let engines = positions.compactMap { entries[$0].engine(for: algorithm) }
    guard let engine = engines.first else {
      throw .keyNotForAlgorithm(keyID: name, algorithm: algorithm)
    }
    guard engines.count == 1 else { throw .ambiguousKeyID(name, count: engines.count) }
    return engine
  }
}

extension KeyError {
  /// Whether a secret is too short for the algorithm, or nothing at all.
  fileprivate var isAboutLength: Bool {
    switch self {
    case .hmacTooShort, .empty: true
    default: false
    }
  }
}
