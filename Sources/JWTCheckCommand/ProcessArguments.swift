import Glibc
import StrictCoding

/// The words of the command line, as text.
///
/// The kernel passes bytes. Words that are not UTF-8 are repaired, which can change a file name or a
/// secret, so the positions of repaired words are kept, and the run ends there.
package struct ProcessArguments: Equatable, Sendable {
  /// The words after the program's name.
  package private(set) var words: [String] = []
  /// The positions, counted from 1, of the words whose bytes had to be repaired.
  package private(set) var repairedPositions: [Int] = []

  /// The arguments of this process.
  package static var current: ProcessArguments {
    var arguments = ProcessArguments()
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let word = unsafe CommandLine.unsafeArgv[index] else { break }
      let bytes = unsafe UnsafeRawBufferPointer(start: word, count: strlen(word))
      unsafe arguments.append(bytes.bindMemory(to: UInt8.self).span)
    }
    return arguments
  }

  private init() {}

  /// Takes words as bytes, repairing those that are not UTF-8.
  package init(_ words: [[UInt8]]) {
    for word in words { append(word.span) }
  }

  private mutating func append(_ word: Span<UInt8>) {
    do {
      words.append(String(copying: try UTF8Span(validating: word)))
    } catch {
      words.append(String(decoding: word.copied(), as: UTF8.self))
      repairedPositions.append(words.count)
    }
  }

  /// Why the words cannot be used, `nil` where all of them are as they were typed.
  ///
  /// A repaired word is another file name, another secret or another issuer than the one that was
  /// meant, so nothing is done with it.
  package var problem: String? {
    guard !repairedPositions.isEmpty else { return nil }
    let positions = repairedPositions.map(String.init).joined(separator: ", ")
    return "the bytes of argument \(positions) are not UTF-8; pass such a name or secret by a file"
  }
}
