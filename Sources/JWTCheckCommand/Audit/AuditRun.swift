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
  }

  /// Runs to the end of the input, to Ctrl-C, or to the first failure.
  func run() throws(CommandFailure) -> Outcome {
    WorkerThreads.run(rules.count) { [self] index in work(index) }
    let isInterrupted = reader.withLock(\.isInterrupted)
    let found = failure.withLock { $0 }
    let (tally, problem) = writer.withLock { writer -> (Tally, CommandFailure?) in
      let result = Result { () throws(CommandFailure) in
        try writer.finish(isComplete: found == nil && !isInterrupted)
      }
      if case .failure(let problem) = result { return (writer.tally, problem) }
      return (writer.tally, nil)
    }
    if let found = found ?? problem { throw found }
    return Outcome(tally: tally, isInterrupted: isInterrupted)
  }

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
