import Glibc

/// One file of the input, read as it comes and unpacked on the way.
struct AuditSource: Sendable {
  private let descriptor: Int32
  private let name: String
  private let origin: InputOrigin
  private let isRegular: Bool
  private let unpacker: Unpacker?
  private let interruption: Interruption

  /// Opens a file, `-` for standard input, and goes to a place in its text.
  ///
  /// - Throws: a failure also if the text before the place is another than it was.
  init(
    _ path: String, from place: AuditPosition, _ interruption: Interruption
  ) throws(CommandFailure) {
    self.interruption = interruption
    name = path
    origin = Self.origin(of: path)
    if case .standardInput = origin {
      unpacker = nil
      descriptor = STDIN_FILENO
    } else {
      let file: Int32
      // A pipe without a writer is opened all the same, so that waiting for one can be ended. The
      // program that unpacks would not wait.
      do {
        file = try InputReader.open(file: path, waiting: Unpacker.isPacked(path))
      } catch {
        throw CommandFailure(error)
      }
      unpacker = try Unpacker(path, reading: file)
      descriptor = unpacker?.descriptor ?? file
    }
    isRegular = InputReader.size(ofRegularFile: descriptor) != nil
    let count = place.before?.count ?? 0
    try skip(place.offset - Int64(count))
    if let before = place.before { try check(before) }
  }

  /// Refuses what cannot be read, without opening it.
  static func checkAccess(to path: String) throws(CommandFailure) {
    guard case .file = origin(of: path) else { return }
    do { try InputReader.checkAccess(file: path) } catch { throw CommandFailure(error) }
  }

  /// The size of a file of which so much text was read, to see later whether something came to it;
  /// -1 for what has no size.
  static func size(of path: String, whenRead count: Int64) -> Int64 {
    guard case .file = origin(of: path), let size = InputReader.size(ofFile: path) else {
      return -1
    }
    return Unpacker.isPacked(path) ? Int64(size) : count
  }

  /// Refuses a file that has grown or shrunk since it was read to its end.
  static func check(_ path: String, hasSize size: Int64) throws(CommandFailure) {
    guard size >= 0, InputReader.size(ofFile: path).map({ Int64($0) }) != size else { return }
    throw CommandFailure(
      .unavailable, "\(origin(of: path)) has another size than when it was read to its end",
      hint: otherText)
  }

  /// What a name on the command line stands for.
  static func origin(of path: String) -> InputOrigin {
    path.utf8.elementsEqual("-".utf8) ? .standardInput : .file(path)
  }

  /// Reads what is there, at least one byte.
  ///
  /// - Returns: the number of bytes; 0 at the end, or when the user wants to stop.
  func read(into buffer: inout [UInt8], from start: Int) throws(CommandFailure) -> Int {
    try waitForInput()
    if interruption.isRequested { return 0 }
    do {
      return try InputReader.readSome(descriptor, origin, into: &buffer, from: start)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Closes the file and asks whoever unpacked it whether all went well.
  func close() throws(CommandFailure) {
    if descriptor != STDIN_FILENO { Glibc.close(descriptor) }
    try unpacker?.finish()
  }

  /// Closes the file in the middle.
  func abandon() { try? close() }

  /// A pipe can be silent for hours, and Ctrl-C must be seen all the same.
  private func waitForInput() throws(CommandFailure) {
    guard !isRegular else { return }
    while !interruption.isRequested {
      if InputReader.waits(for: descriptor, milliseconds: 200) { return }
    }
  }

  private func skip(_ offset: Int64) throws(CommandFailure) {
    guard offset > 0 else { return }
    if isRegular, unpacker == nil {
      guard lseek(descriptor, Int(offset), SEEK_CUR) >= Int(offset) else {
        throw CommandFailure(.unavailable(origin, .latest))
      }
      return
    }
    var left = offset
    while left > 0 {
      var buffer = [UInt8](repeating: 0, count: Int(min(left, 1 << 20)))
      guard try fill(&buffer) else { return }
      left -= Int64(buffer.count)
    }
  }

  /// Fills a buffer.
  ///
  /// - Returns: `false` if the user wants to stop.
  private func fill(_ buffer: inout [UInt8]) throws(CommandFailure) -> Bool {
    var filled = 0
    while filled < buffer.count {
      let count = try read(into: &buffer, from: filled)
      if count == 0, interruption.isRequested { return false }
      guard count > 0 else {
        throw CommandFailure(
          .unavailable, "\(origin) is shorter than when the checkpoint was written",
          hint: Self.otherText)
      }
      filled += count
    }
    return true
  }

  private func check(_ before: TextBefore) throws(CommandFailure) {
    var buffer = [UInt8](repeating: 0, count: before.count)
    guard try fill(&buffer) else { return }
    guard TextBefore(endOf: buffer.span) == before else {
      throw CommandFailure(
        .unavailable, "\(origin) has another text than when the checkpoint was written",
        hint: Self.otherText)
    }
  }

  private static let otherText =
    "give the file as it was; or remove the checkpoint and the results, to start from the beginning"
}
