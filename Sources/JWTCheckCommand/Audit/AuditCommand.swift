import Glibc
import StrictCoding
import TokenAudit
import TokenReport

/// `jwtcheck audit`: many tokens, one result each.
enum AuditCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    let plan = try AuditPlan(arguments)
    let interruption = Interruption()
    var reader = AuditReader(
      files: plan.files, form: plan.settings.form, isLineBuffered: plan.isLineBuffered,
      notesText: plan.checkpointPath != nil, interruption: interruption,
      start: plan.start.position)
    try reader.start()
    if let path = plan.pagePath { try OutputFile.checkAccess(to: path) }
    if let path = plan.checkpointPath {
      try OutputFile.checkAccess(to: OutputFile.temporary(for: path))
    }
    let output = try descriptor(plan)
    let checkpoint = plan.checkpointPath.map {
      CheckpointFile($0, plan.identity, start: plan.start)
    }
    let showsResults = plan.settings.output != .none
    let run = AuditRun(
      plan.settings, rules: plan.rules, reader: reader,
      writer: AuditWriter(
        output: showsResults ? OutputBuffer(descriptor: output) : nil,
        window: plan.settings.repeatSeed == nil ? nil : RepeatWindow(),
        progress: AuditProgress(
          sizes: plan.sizes, isWanted: !showsResults || isatty(output) == 0, from: plan.start),
        checkpoint: checkpoint, tally: plan.start.tally, position: plan.start.position))
    let outcome = run.run()
    // Who closes the pipe has seen enough.
    if let failure = outcome.failure, failure.isReaderGone { return CommandResult(text: "") }
    let summary = AuditSummary(
      outcome.tally, now: plan.settings.now, isComplete: outcome.isComplete,
      countsRepeats: plan.settings.repeatSeed != nil, resumedAt: plan.start.tally.tokenCount)
    do throws(CommandFailure) {
      if let path = plan.pagePath { try OutputFile.write(SummaryPage.page(summary), to: path) }
      try show(summary, plan, arguments, isInterrupted: outcome.isInterrupted)
    } catch {
      throw outcome.failure ?? error
    }
    if let failure = outcome.failure { throw failure }
    guard !outcome.isInterrupted else {
      interruption.passOn()
      throw CommandFailure(.internalFault, "the signal that interrupted the run did not end it")
    }
    run.removeCheckpoint()
    let isFailed = arguments[Options.failOn] != nil && outcome.tally.rejectedCount > 0
    return CommandResult(.none, text: "", exitCode: isFailed ? .refused : .accepted)
  }

  /// Where results go.
  private static func descriptor(_ plan: AuditPlan) throws(CommandFailure) -> Int32 {
    guard let path = plan.outputPath else { return STDOUT_FILENO }
    return try OutputFile.open(path, keeping: plan.isResumed ? plan.start.outputCount : nil)
  }

  /// Prints the summary where it is asked for, and the one so far on standard error where Ctrl-C ends
  /// a run that would print none.
  private static func show(
    _ summary: AuditSummary, _ plan: AuditPlan, _ arguments: ParsedArguments, isInterrupted: Bool
  ) throws(CommandFailure) {
    guard plan.showsSummary || isInterrupted else { return }
    var output = OutputBuffer(descriptor: plan.showsSummary ? STDOUT_FILENO : STDERR_FILENO)
    if plan.showsSummary, arguments[Options.json] {
      output.write(summary.tree.encoded(.indented) + [UInt8(ascii: "\n")])
    } else {
      output.write(text(summary, arguments, Terminal(descriptor: output.descriptor)))
    }
    do { try output.flush() } catch {
      if let message = error.message { throw CommandFailure(.internalFault, message) }
    }
  }

  private static func text(
    _ summary: AuditSummary, _ arguments: ParsedArguments, _ terminal: Terminal
  ) -> String {
    SummaryText.text(
      summary, style: Style(usesColor: false, width: terminal.width),
      drawsBars: terminal.isTerminal)
  }
}
