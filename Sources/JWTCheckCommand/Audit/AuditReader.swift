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
  /// Why a file could not be read to its end: thrown when what was read has been handed on.
  private var closingFailure: CommandFailure?
  /// Whether the start of a line has been thrown away because it is too long.
  private var isSkipping = false
  private var partCount = 0
  /// Whether the user has asked to stop.
  private(set) var isInterrupted = false

  /// - Parameter notesText: whether places say what stands before them, so that a run can go on there.
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

  /// Looks at all files and opens the one that the run begins with, so that they can be refused
  /// before anything is written.
  mutating func start() throws(CommandFailure) {
    for (file, size) in zip(files, position.finished) {
      try AuditSource.check(file, hasSize: size)
    }
    for file in files.dropFirst(position.file) { try AuditSource.checkAccess(to: file) }
    try open()
  }

  private mutating func open() throws(CommandFailure) {
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
    // An interrupted reader opens nothing: a pipe whose writer is gone would be waited for.
    while position.file < files.count, !isInterrupted {
      if source == nil, !hasFileEnded { try open() }
      var count = try fill(&buffer)
      if interruption.isRequested {
        isInterrupted = true
        source?.abandon()
        source = nil
        return nil
      }
      if position.offset == 0, try startsWithMark(buffer.span.extracting(..<count)) {
        let mark = ByteOrderMark.utf8
        // What is added at the end is not read: it keeps the buffer as large as it was.
        buffer.removeFirst(mark.count)
        buffer += mark
        count -= mark.count
        position.offset = Int64(mark.count)
      }
      if let part = take(&buffer, count) { return part }
      if let closingFailure { throw closingFailure }
    }
    return nil
  }

  /// Whether a file starts with a byte order mark, which belongs to no token.
  ///
  /// - Throws: a failure for what is no text in UTF-8.
  private func startsWithMark(_ text: Span<UInt8>) throws(CommandFailure) -> Bool {
    let origin = AuditSource.origin(of: files[position.file])
    try Unpacker.check(text, from: origin)
    if ByteOrderMark.isUTF16(at: text) {
      throw CommandFailure(
        .unavailable, "\(origin) is in UTF-16",
        hint: "pipe it through iconv -f UTF-16 -t UTF-8")
    }
    return ByteOrderMark.isUTF8(at: text)
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
        do { try ended?.close() } catch { closingFailure = error }
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
      let part = part(text, end ?? count, isTooLong: true)
      return end == nil && closingFailure == nil ? finishFile(with: part) : part
    }
    if hasFileEnded, closingFailure == nil {
      return finishFile(with: count > 0 ? part(text, count) : nil)
    }
    if let end = text.endOfLast(UInt8(ascii: "\n")) { return part(text, end) }
    // What was cut off is no line.
    guard !hasFileEnded else { return nil }
    if form == .search, count >= Self.partSize, let end = TokenSearch.endOfLastOther(in: text) {
      return part(text, end)
    }
    if count >= longestLine {
      // Nothing in it ends a word, so it is no token that would be looked at.
      if form == .search { return part(text, count) }
      isSkipping = true
      position.offset += Int64(count)
      return nil
    }
    rest = text.copied()
    return nil
  }

  /// Goes on to the next file behind the last part of one. A run that goes on there later goes on in
  /// the next file, too: what may have come to this one by then would be the rest of a line.
  private mutating func finishFile(with part: AuditPart?) -> AuditPart? {
    hasFileEnded = false
    position = AuditPosition(
      file: position.file + 1,
      finished: notesText
        ? position.finished
          + [AuditSource.size(of: files[position.file], whenRead: position.offset)] : [])
    var part = part
    part?.end = position
    return part
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
