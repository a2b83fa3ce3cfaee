import JWTValidation

/// How far a diagnosis is.
public struct DiagnosisProgress: Equatable, Sendable {
  /// What is being tried.
  public let stage: DiagnosisStage
  /// The signatures checked so far.
  public let checkCount: Int
  /// The most that will be checked.
  public let budget: Int
}

/// What a diagnosis tries, in its order.
public enum DiagnosisStage: String, CaseIterable, Equatable, Sendable {
  /// The token and the keys as they were given.
  case asGiven = "as-given"
  /// Other readings of the keys, other keys, other algorithms.
  case keys
  /// What copy and paste or a transport may have done to the text.
  case transport
  /// Other forms of the signature.
  case signatureForm = "signature-form"
  /// Other spellings of what was signed.
  case spelling
  /// The same JSON in other layouts.
  case layout
  /// Members that were added or changed after signing.
  case content
  /// Single characters that were lost, added or changed.
  case characters
}

/// Checks signatures, counts them, and stops when there were enough.
final class Prober {
  private let budget: Int
  private let isContinued: (DiagnosisProgress) -> Bool
  private(set) var checkCount = 0
  private var byteCount = 0
  /// Both counts at the last report.
  private var reported = (checks: 0, bytes: 0)
  private(set) var counts: [(stage: DiagnosisStage, checkCount: Int)] = []
  private(set) var stop: Diagnosis.Stop = .finished

  /// What lies between two reports at most, in checks and in bytes: some milliseconds of work.
  private static let reportInterval = (checks: 256, bytes: 1 << 20)

  /// What a check may hash on average: more than tokens have, so that only absurd ones stop early.
  private static let bytesPerCheck = 4096

  init(budget: Int, isContinued: @escaping (DiagnosisProgress) -> Bool) {
    self.budget = budget
    self.isContinued = isContinued
  }

  var mayGoOn: Bool { stop == .finished }

  func begin(_ stage: DiagnosisStage) { counts.append((stage, 0)) }

  /// Whether the signature is good; `false` too when the budget is used up.
  func fits(_ engine: KeyEngine, _ signature: [UInt8], _ message: [UInt8]) -> Bool {
    guard engine.signatureByteCount == signature.count, spend(message.count) else { return false }
    return engine.isValid(signature: signature.span, message: message.span)
  }

  /// The HMAC tag of a message under a secret; `nil` for other keys and when the budget is used up.
  func tag(_ engine: KeyEngine, _ message: [UInt8]) -> [UInt8]? {
    spend(message.count) ? engine.tag(of: message.span) : nil
  }

  /// The first pair of a reading and a suspect that fit together.
  func search(_ readings: some Sequence<SignedReading>, _ suspects: [Suspect]) -> NearMiss? {
    guard !suspects.isEmpty else { return nil }
    for reading in readings {
      for suspect in suspects {
        guard mayGoOn else { return nil }
        if fits(suspect.engine, reading.signature, reading.message) {
          return NearMiss(suspect, reading.causes)
        }
      }
    }
    return nil
  }

  private func spend(_ messageByteCount: Int) -> Bool {
    guard mayGoOn else { return false }
    byteCount += messageByteCount
    guard checkCount < budget, byteCount / Self.bytesPerCheck <= max(budget, 1000) else {
      stop = .budget
      return false
    }
    checkCount += 1
    if !counts.isEmpty { counts[counts.count - 1].checkCount += 1 }
    guard
      checkCount - reported.checks >= Self.reportInterval.checks
        || byteCount - reported.bytes >= Self.reportInterval.bytes,
      let stage = counts.last?.stage
    else { return true }
    reported = (checkCount, byteCount)
    if !isContinued(DiagnosisProgress(stage: stage, checkCount: checkCount, budget: budget)) {
      stop = .cancelled
    }
    return mayGoOn
  }
}
