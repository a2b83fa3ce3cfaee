import Glibc
import JWTValidation
import TokenAudit

/// Writes results in the order of the input and adds up what was counted.
///
/// Workers finish in any order. What comes too early waits here; whoever brings what is next writes
/// all that has become ready.
struct AuditWriter: Sendable {
  private var pending: [Int: (part: AuditPart, result: ChunkAuditor.Result)] = [:]
  private var next = 0
  private var output: OutputBuffer?
  private var window: RepeatWindow?
  private var progress: AuditProgress
  private var checkpoint: CheckpointFile?
  /// What was counted so far.
  private(set) var tally: Tally
  /// Where the written results end in the input.
  private(set) var position: AuditPosition

  init(
    output: OutputBuffer?, window: RepeatWindow?, progress: AuditProgress,
    checkpoint: CheckpointFile?, tally: Tally, position: AuditPosition
  ) {
    self.output = output
    self.window = window
    self.progress = progress
    self.checkpoint = checkpoint
    self.tally = tally
    self.position = position
  }

  /// How many results wait for an earlier one.
  var pendingCount: Int { pending.count }

  /// Takes the result of a part.
  mutating func take(
    _ result: ChunkAuditor.Result, of part: AuditPart
  ) throws(CommandFailure) {
    guard part.number == next else {
      pending[part.number] = (part, result)
      return
    }
    try write(result, part)
    while let ready = pending.removeValue(forKey: next) {
      try write(ready.result, ready.part)
    }
  }

  /// Leaves the terminal clean and the checkpoint up to date.
  mutating func finish() throws(CommandFailure) {
    progress.clear()
    try checkpoint?.save(position, tally, isDue: true)
  }

  /// Takes the checkpoint away.
  func removeCheckpoint() { checkpoint?.remove() }

  private mutating func write(
    _ result: ChunkAuditor.Result, _ part: AuditPart
  ) throws(CommandFailure) {
    next += 1
    if output != nil, !result.output.isEmpty {
      output?.write(result.output)
      do { try output?.flush() } catch {
        guard let message = error.message else { throw .readerGone }
        throw CommandFailure(.internalFault, message)
      }
    }
    checkpoint?.outputCount += Int64(result.output.count)
    tally.add(result.tally)
    window?.count(result.fingerprints, in: &tally)
    position = part.end
    try checkpoint?.save(position, tally, isDue: false)
    progress.show(tally, from: part)
  }
}

extension CommandFailure {
  /// Nobody reads the results any more: no failure of ours, and nothing to say.
  static var readerGone: CommandFailure { CommandFailure(.accepted, "") }
  var isReaderGone: Bool { exitCode == .accepted }
}
