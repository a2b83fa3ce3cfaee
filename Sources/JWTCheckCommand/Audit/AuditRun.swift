import Glibc
import Synchronization
import TokenAudit

/// One run over the input on several threads.
///
/// A worker holds the one lock while it reads a part and the other while it hands over the result;
/// in between it shares nothing with anybody.
final class AuditRun: Sendable {
  private let reader: Mutex<AuditReader>
  private let writer: Mutex<AuditWriter>
  private let settings: AuditSettings
  private let rules: [AuditRules]
  private let failure = Mutex<CommandFailure?>(nil)
  private let hasEnded = Atomic(false)

  /// - Parameter rules: one for each thread.
  init(
    _ settings: AuditSettings, rules: [AuditRules], reader: AuditReader,
    writer: consuming AuditWriter
  ) {
    self.settings = settings
    self.rules = rules
    self.reader = Mutex(reader)
    self.writer = Mutex(writer)
  }

  /// How a run ended.
  struct Outcome {
    let tally: Tally
    let isInterrupted: Bool
    /// What ended the run before its time.
    let failure: CommandFailure?

    /// Whether all of the input was judged.
    var isComplete: Bool { !isInterrupted && failure == nil }
  }

  /// Runs to the end of the input, to Ctrl-C, or to the first failure.
  func run() -> Outcome {
    WorkerThreads.run(rules.count) { [self] index in work(index) }
    let isInterrupted = reader.withLock(\.isInterrupted)
    let found = failure.withLock { $0 }
    return writer.withLock { writer in
      let result = Result { () throws(CommandFailure) in try writer.finish() }
      var problem: CommandFailure?
      if case .failure(let failure) = result { problem = failure }
      return Outcome(
        tally: writer.tally, isInterrupted: isInterrupted, failure: found ?? problem)
    }
  }

  /// Takes the checkpoint away when nothing is left to do: also the summary and the page are there.
  func removeCheckpoint() { writer.withLock { $0.removeCheckpoint() } }

  private func work(_ index: Int) {
    var auditor = ChunkAuditor(settings, rules[index])
    let hasSeveralFiles = !settings.fileNames.isEmpty
    var buffer: [UInt8] = []
    do throws(CommandFailure) {
      while !hasEnded.load(ordering: .relaxed) {
        waitForOthers()
        guard let part = try read(&buffer) else { return }
        let start = part.start
        let file = hasSeveralFiles ? start.file : nil
        let result =
          part.isTooLong
          ? auditor.audit(tooLong: start.line, file: file)
          : auditor.audit(
            buffer.span.extracting(..<part.count), line: start.line, file: file,
            column: start.column)
        try hand(over: result, part)
      }
    } catch {
      hasEnded.store(true, ordering: .relaxed)
      failure.withLock { $0 = $0 ?? error }
    }
  }

  private func read(_ buffer: inout [UInt8]) throws(CommandFailure) -> AuditPart? {
    try reader.withLock { (reader) throws(CommandFailure) in try reader.next(into: &buffer) }
  }

  private func hand(
    over result: ChunkAuditor.Result, _ part: AuditPart
  ) throws(CommandFailure) {
    try writer.withLock { (writer) throws(CommandFailure) in try writer.take(result, of: part) }
  }

  /// Results that wait for a slow part must not pile up.
  private func waitForOthers() {
    while !hasEnded.load(ordering: .relaxed),
      writer.withLock(\.pendingCount) > 4 * rules.count
    {
      usleep(200)
    }
  }
}
