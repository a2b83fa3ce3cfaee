import Synchronization

/// Whoever has a verifier for a token at hand, without waiting for anything.
///
/// A `Verifier` is one for every token, a `MultiIssuerVerifier` has one for each issuer, and keys that
/// are fetched from a server change the verifier from time to time.
public protocol VerifierSource: Sendable {
  /// The verifier that a token falls to.
  ///
  /// - Throws: `VerificationFailure` if there is none.
  func verifier(
    for token: Span<UInt8>, at now: NumericDate
  ) throws(VerificationFailure) -> Verifier

  /// Whether what a verifier of that number accepted would still be judged by the same one. It would
  /// not after keys or policy have changed.
  func isCurrent(_ generation: VerifierGeneration, at now: NumericDate) -> Bool
}

/// A source whose keys come from elsewhere, so that waiting can change the outcome.
public protocol RefreshableVerifierSource: VerifierSource {
  /// Gets newer keys if that could change the outcome of a verification.
  ///
  /// - Returns: whether verifying again is worth it.
  func refresh(
    after failure: VerificationFailure, for token: [UInt8], at now: NumericDate
  ) async -> Bool
}

/// A source that knows whose tokens it is for, so that it can stand beside others.
public protocol IssuerVerifierSource: VerifierSource {
  /// The issuers that are accepted; empty if any is.
  var acceptedIssuers: [String] { get }
}

/// The number of a verifier, of its keys and its policy: none is given out twice in a process.
public struct VerifierGeneration: Hashable, Sendable {
  private static let last = Atomic<UInt64>(0)

  /// The number itself.
  package let number: UInt64

  init() { number = Self.last.wrappingAdd(1, ordering: .relaxed).newValue }
}

extension Verifier: VerifierSource {
  /// Itself, whatever the token.
  public func verifier(
    for token: Span<UInt8>, at now: NumericDate
  ) throws(VerificationFailure) -> Verifier { self }

  /// Whether the number is its own.
  public func isCurrent(_ generation: VerifierGeneration, at now: NumericDate) -> Bool {
    generation == self.generation
  }
}

extension Verifier: IssuerVerifierSource {
  /// The issuers that are accepted; empty if any is.
  public var acceptedIssuers: [String] { issuers.map { String(decoding: $0, as: UTF8.self) } }
}

extension VerifierSource {
  /// Verifies a token with the keys at hand.
  ///
  /// - Throws: `VerificationFailure`; `.key(.keysUnavailable)` if there are no keys at hand.
  public func verify(
    _ token: Span<UInt8>, at now: NumericDate
  ) throws(VerificationFailure) -> VerifiedToken {
    try verifier(for: token, at: now).verify(token, at: now)
  }
}
