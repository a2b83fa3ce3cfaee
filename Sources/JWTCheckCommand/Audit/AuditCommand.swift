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
    try reader.open()
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
    let outcome: AuditRun.Outcome
    do { outcome = try run.run() } catch {
      // Who closes the pipe has seen enough.
      if error.isReaderGone { return CommandResult(text: "") }
      throw error
    }
    let summary = AuditSummary(
      outcome.tally, now: plan.settings.now, isComplete: !outcome.isInterrupted,
      countsRepeats: plan.settings.repeatSeed != nil, resumedAt: plan.start.tally.tokenCount)
    if let path = plan.pagePath { try OutputFile.write(SummaryPage.page(summary), to: path) }
    if outcome.isInterrupted {
      try leave(summary, plan, arguments, interruption)
    }
    let isFailed = arguments[Options.failOn] != nil && outcome.tally.rejectedCount > 0
    return CommandResult(
      plan.showsSummary && arguments[Options.json] ? .some(summary.tree) : .none,
      text: plan.showsSummary ? text(summary, arguments, Terminal()) : "",
      exitCode: isFailed ? .refused : .accepted)
  }

  /// Where results go.
  private static func descriptor(_ plan: AuditPlan) throws(CommandFailure) -> Int32 {
    guard let path = plan.outputPath else { return STDOUT_FILENO }
    return try OutputFile.open(path, keeping: plan.isResumed ? plan.start.outputCount : nil)
  }

  /// Prints the summary so far and ends the process as Ctrl-C does.
  private static func leave(
    _ summary: AuditSummary, _ plan: AuditPlan, _ arguments: ParsedArguments,
    _ interruption: Interruption
  ) throws(CommandFailure) {
    var output = OutputBuffer(descriptor: plan.showsSummary ? STDOUT_FILENO : STDERR_FILENO)
    if plan.showsSummary, arguments[Options.json] {
      output.write(summary.tree.encoded(.indented) + [UInt8(ascii: "\n")])
    } else {
      output.write(text(summary, arguments, Terminal(descriptor: output.descriptor)))
    }
    do { try output.flush() } catch {
      throw CommandFailure(.internalFault, error.message ?? "nobody reads the summary")
    }
    interruption.passOn()
  }

  private static func text(
    _ summary: AuditSummary, _ arguments: ParsedArguments, _ terminal: Terminal
  ) -> String {
    SummaryText.text(
      summary, style: Style(usesColor: false, width: terminal.width),
      drawsBars: terminal.isTerminal)
  }
}
