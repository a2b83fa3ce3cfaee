import JWTValidation
import PolicyFile
import TokenReport

/// The keys of a policy file that issuers publish.
extension PolicyDocument {
  /// What fetches the keys of each entry, where that is to be done.
  static func remote(
    _ file: PolicyFile, _ arguments: ParsedArguments, _ document: DocumentFile,
    besides path: String
  ) throws(CommandFailure) -> [RemoteKeyArguments?] {
    var remote: [RemoteKeyArguments?] = []
    for entry in file.entries {
      guard let published = entry.publishedKeys else {
        remote.append(nil)
        continue
      }
      do {
        remote.append(
          try RemoteKeyArguments(
            published.location, published.options, arguments,
            certificateFile: published.certificates.map { resolved($0, besides: path) }))
      } catch {
        throw CommandFailure(.unavailable, error, in: document.name)
      }
    }
    if !remote.contains(where: { $0 != nil }) {
      try RemoteKeyArguments.checkAbsence(of: arguments)
    }
    return remote
  }

  /// The same with all keys at hand: those that are to be fetched are, once.
  func fetchingKeys() throws(CommandFailure) -> PolicyDocument {
    var document = self
    for (position, remote) in remote.enumerated() {
      guard let remote else { continue }
      let fetched = try remote.fetch()
      document.keys[position] = fetched.keys
      document.remote[position] = nil
      document.digest.add(fetched.text)
    }
    return document
  }

  /// What a verification by the policy came to.
  struct Verification {
    let report: VerificationReport
    /// The entry that the token was judged by; `nil` if none is for its issuer.
    let position: Int?
    /// How many keys were fetched.
    var fetchedCount: Int?
    var notes: [String] = []
  }

  /// Verifies a token by the entry that it falls to, whose keys are fetched if they could help.
  ///
  /// - Parameter verifiers: those of `verifiersAtHand()`.
  func verify(
    _ token: [UInt8], with verifiers: [Verifier?], at now: NumericDate
  ) throws(CommandFailure) -> Verification {
    let position: Int
    do {
      position = try file.position(for: token)
    } catch {
      return Verification(report: VerificationReport(beforeSignature: error), position: nil)
    }
    guard let remote = remote[position], verifiers[position] == nil else {
      guard let verifier = verifiers[position] else { throw failure(.noUsableKey()) }
      return Verification(report: verifier.report(token, at: now), position: position)
    }
    let policy = file.entries[position].policy
    do throws(VerificationFailure) {
      try JWSVerifier.checkBeforeKeys(
        token.span, policy.algorithms, limit: JWSVerifier.defaultMaximumByteCount)
    } catch {
      return Verification(report: VerificationReport(beforeSignature: error), position: position)
    }
    let fetched = try remote.fetch()
    do throws(PolicyError) {
      let verifier = try Verifier(keys: fetched.keys, policy: policy)
      return Verification(
        report: verifier.report(token, at: now), position: position,
        fetchedCount: fetched.keys.count, notes: fetched.notes)
    } catch {
      throw remote.unusable(error)
    }
  }

  /// A verifier for each entry whose keys are at hand.
  func verifiersAtHand() throws(CommandFailure) -> [Verifier?] {
    var verifiers: [Verifier?] = []
    for (position, entry) in file.entries.enumerated() {
      do {
        verifiers.append(
          remote[position] == nil
            ? try Verifier(keys: keys[position], policy: entry.policy) : nil)
      } catch {
        throw failure(error)
      }
    }
    return verifiers
  }
}
