import StrictCoding
import TokenAudit

/// Reads the input in parts that end where lines end.
///
/// Only as much is in memory as one part has. A reader belongs to whoever holds the lock around it.
struct AuditReader: Sendable {
  /// What a part is read into at first. It fits into a core's own cache, and one system call for it
  /// costs nothing.
  static let partSize = 256 << 10

  private let files: [String]
  private let form: AuditSettings.Form
  private let isLineBuffered: Bool
  private let notesText: Bool
  private let interruption: Interruption
  private var source: AuditSource?
  private var position: AuditPosition
  /// What has been read behind the last part.
  private var rest: [UInt8] = []
  private var hasFileEnded = false
  /// Whether the start of a line has been thrown away because it is too long.
  private var isSkipping = false
  private var partCount = 0
  /// Whether the user has asked to stop.
  private(set) var isInterrupted = false

  /// - Parameter notesText: whether places say what stands before them.
  init(
    files: [String], form: AuditSettings.Form, isLineBuffered: Bool, notesText: Bool = false,
    interruption: Interruption, start: AuditPosition = AuditPosition()
  ) {
    self.notesText = notesText
    self.files = files
    self.form = form
    self.isLineBuffered = isLineBuffered
    self.interruption = interruption
    position = start
  }

  /// Opens the file that the run begins with, so that it can be refused before anything is written.
  mutating func open() throws(CommandFailure) {
    guard position.file < files.count else { return }
    source = try AuditSource(files[position.file], from: position, interruption)
  }

  /// Reads the next part.
  ///
  /// - Returns: `nil` at the end of the last file, or when the user wants to stop.
  mutating func next(into buffer: inout [UInt8]) throws(CommandFailure) -> AuditPart? {
    do {
      return try nextPart(into: &buffer)
    } catch {
      // Nobody shall go on behind what could not be read.
      position.file = files.count
      throw error
    }
  }

  private mutating func nextPart(
    into buffer: inout [UInt8]
  ) throws(CommandFailure) -> AuditPart? {
    if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: Self.partSize) }
    while position.file < files.count {
      if source == nil, !hasFileEnded { try open() }
      let count = try fill(&buffer)
      if interruption.isRequested {
        isInterrupted = true
        source?.abandon()
        source = nil
        return nil
      }
      if position.offset == 0 {
        try Unpacker.check(
          buffer.span.extracting(..<count), from: AuditSource.origin(of: files[position.file]))
      }
      if let part = take(&buffer, count) { return part }
    }
    return nil
  }

  /// Fills the buffer with what was left and with what comes.
  private mutating func fill(_ buffer: inout [UInt8]) throws(CommandFailure) -> Int {
    if buffer.count < rest.count { buffer += [UInt8](repeating: 0, count: rest.count) }
    for index in rest.indices { buffer[index] = rest[index] }
    var count = rest.count
    rest = []
    while count < buffer.count, !hasFileEnded, !interruption.isRequested {
      let more = try source?.read(into: &buffer, from: count) ?? 0
      if more == 0, !interruption.isRequested {
        let ended = source
        source = nil
        hasFileEnded = true
        try ended?.close()
      }
      let isLine =
        isLineBuffered
        && buffer.span.extracting(count..<count + more)
          .firstOffset(of: UInt8(ascii: "\n"), from: 0) != nil
      count += more
      if isLine { break }
    }
    return count
  }

  /// Takes a part off what has been read; `nil` if more is needed.
  private mutating func take(_ buffer: inout [UInt8], _ count: Int) -> AuditPart? {
    if let part = part(buffer.span.extracting(..<count)) { return part }
    // One line fills the buffer: it needs a larger one.
    if !rest.isEmpty, count == buffer.count { buffer += [UInt8](repeating: 0, count: count) }
    return nil
  }

  /// The first part of what has been read; `nil` if its end is not there.
  private mutating func part(_ text: Span<UInt8>) -> AuditPart? {
    let count = text.count
    if isSkipping {
      // The rest of a line that is too long is not looked at; what follows it is.
      let end = text.firstOffset(of: UInt8(ascii: "\n"), from: 0).map { $0 + 1 }
      guard end != nil || hasFileEnded else {
        position.offset += Int64(count)
        return nil
      }
      isSkipping = false
      return part(text, end ?? count, isTooLong: true)
    }
    if hasFileEnded {
      guard count > 0 else {
        position = AuditPosition(file: position.file + 1)
        hasFileEnded = false
        return nil
      }
      return part(text, count)
    }
    if let end = text.endOfLast(UInt8(ascii: "\n")) { return part(text, end) }
    if form == .search, count >= Self.partSize {
      return part(text, TokenSearch.endOfLastOther(in: text) ?? count)
    }
    if count >= longestLine {
      isSkipping = true
      position.offset += Int64(count)
      return nil
    }
    rest = text.copied()
    return nil
  }

  /// The longest line that is read: a record may carry more than its token.
  private var longestLine: Int {
    if case .member = form { 4 << 20 } else { 2 << 20 }
  }

  private mutating func part(
    _ text: Span<UInt8>, _ count: Int, isTooLong: Bool = false
  ) -> AuditPart {
    let start = position
    let taken = text.extracting(..<count)
    rest = text.extracting(count...).copied()
    position.offset += Int64(count)
    if notesText { position.before = TextBefore(endOf: taken) }
    let lines = isTooLong ? 1 : taken.count(of: UInt8(ascii: "\n"))
    position.line += lines
    if form == .search {
      let end = taken.endOfLast(UInt8(ascii: "\n"))
      position.column = (end == nil ? position.column : 1) + count - (end ?? 0)
    }
    partCount += 1
    return AuditPart(
      number: partCount - 1, count: isTooLong ? 0 : count, start: start, end: position,
      isTooLong: isTooLong)
  }
}
