import JOSE
import JOSEKeys
public import JWTValidation

/// Why a signature does not fit, as far as trying can tell.
///
/// Every near miss is established by checking a signature, with the same engines that a verifier
/// uses. A diagnosis is no verification all the same: it has tried hundreds of keys that nobody
/// trusts and texts that nobody sent, so what it finds explains a refusal and never lifts it.
public struct Diagnosis: Sendable {
  /// What came out.
  @nonexhaustive
  public enum Outcome: Equatable, Sendable {
    /// The signature fits as given: there is nothing to explain. Claims were not looked at.
    case fits(key: MatchedKey, algorithm: SignatureAlgorithm)
    /// The signature fits if something is otherwise than given.
    case explained(NearMiss)
    /// Nothing that was tried fits.
    case unexplained
    /// The text has not the form of a signed token, nor has anything in it.
    case noToken(TokenError)
  }

  /// Why trying ended.
  public enum Stop: String, Equatable, Sendable {
    case finished, budget, cancelled
  }

  /// What came out.
  public let outcome: Outcome
  /// What else may be the reason, certain ones first; empty if the outcome explains it.
  public let suspicions: [Suspicion]
  /// How many signatures were checked in each stage, in the order of the stages.
  public let tried: [(stage: DiagnosisStage, checkCount: Int)]
  /// Why trying ended.
  public let stop: Stop

  /// The number of signatures that were checked.
  public var checkCount: Int { tried.reduce(0) { $0 + $1.checkCount } }

  /// The checks that a diagnosis does unless told otherwise. All single edits of a token of usual
  /// size fit in; with an elliptic curve they take some seconds. A token of far more than 4 KiB gets
  /// fewer, so that the time stays about the same.
  public static let defaultBudget = 200_000

  /// Tries the near misses until one fits.
  ///
  /// - Parameters:
  ///   - token: the text that was refused, as it was given.
  ///   - keys: what it was to be checked with.
  ///   - algorithms: those that a verifier would accept; empty if that is not known.
  ///   - budget: the most signatures to check.
  ///   - isContinued: called every few hundred checks; `false` ends the search, and the result holds
  ///     what is known by then.
  public init(
    of token: [UInt8], keys: [DiagnosisKey], algorithms: [SignatureAlgorithm] = [],
    budget: Int = defaultBudget, isContinued: (DiagnosisProgress) -> Bool = { _ in true }
  ) {
    self = withoutActuallyEscaping(isContinued) { isContinued in
      var search = DiagnosisSearch(
        token, SuspectList(keys, accepted: algorithms),
        Prober(budget: budget, isContinued: isContinued))
      return search.run()
    }
  }

  init(
    outcome: Outcome, suspicions: [Suspicion], tried: [(stage: DiagnosisStage, checkCount: Int)],
    stop: Stop
  ) {
    self.outcome = outcome
    self.suspicions = suspicions
    self.tried = tried
    self.stop = stop
  }
}

/// What would have to be otherwise for a signature to fit.
public struct NearMiss: Equatable, Sendable {
  /// Everything that is otherwise, at least one.
  public let causes: [DiagnosisCause]
  /// The key that the signature then fits.
  public let key: MatchedKey
  /// The algorithm that it then fits under.
  public let algorithm: SignatureAlgorithm

  init(_ suspect: Suspect, _ causes: [DiagnosisCause]) {
    self.causes = causes + suspect.causes
    key = suspect.engine.key
    algorithm = suspect.algorithm
  }
}
