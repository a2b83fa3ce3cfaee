import Glibc
import TokenAudit
import TokenReport

/// One line on standard error: how much is done, how fast, and how long it will take.
struct AuditProgress: Sendable {
  private let isShown: Bool
  /// The bytes of all files, if every one has a size that says something.
  private let totalSize: Int64?
  private let sizes: [Int64]
  private let started: TimeArgument?
  private var lastShown: Double = 0
  /// What was done before this run started.
  private let before: (tokens: Int, bytes: Int64)

  /// Seconds between two changes of the line.
  private static let interval = 0.1

  /// - Parameters:
  ///   - sizes: those of the files, `nil` where one is not known.
  ///   - isWanted: `false` where it would stand between results.
  init(sizes: [Int64]?, isWanted: Bool, from start: CheckpointFile.Start) {
    isShown = isWanted && isatty(STDERR_FILENO) == 1
    self.sizes = sizes ?? []
    totalSize = sizes.map { $0.reduce(0, +) }
    started = SystemClock.now()
    let files = (sizes ?? []).prefix(start.position.file)
    before = (start.tally.tokenCount, files.reduce(0, +) + start.position.offset)
  }

  /// Shows how far the run is.
  mutating func show(_ tally: Tally, from part: AuditPart) {
    guard isShown, let started, let now = SystemClock.now() else { return }
    let elapsed =
      Double(now.seconds - started.seconds) + Double(now.nanoseconds - started.nanoseconds) / 1e9
    guard elapsed - lastShown >= Self.interval else { return }
    lastShown = elapsed
    let count = tally.tokenCount - before.tokens
    var text = "\(tally.tokenCount) tokens, \(Int(Double(count) / elapsed)) a second"
    if let totalSize, totalSize > 0 {
      let done = sizes[..<min(part.end.file, sizes.count)].reduce(0, +) + part.end.offset
      // A file that grows has no end to count to.
      if done <= totalSize { text += ", \(done * 100 / totalSize) %" }
      if done > before.bytes, done <= totalSize {
        let left = elapsed * Double(totalSize - done) / Double(done - before.bytes)
        text += ", \(DurationText.words(Int64(left))) left"
      }
    }
    StandardError.write("\r\u{1B}[Kjwtcheck: \(text)")
  }

  /// Takes the line away.
  func clear() {
    if isShown, lastShown > 0 { StandardError.write("\r\u{1B}[K") }
  }
}
