/// The words of the command line, as text.
///
/// The kernel passes bytes. Words that are not UTF-8 are repaired, which can change a file name or a
/// secret, so the positions of repaired words are kept, and the run ends there.
package struct ProcessArguments: Equatable, Sendable {
  /// The words after the program's name.
  package let words: [String]
  /// The positions, counted from 1, of the words whose bytes had to be repaired.
  package let repairedPositions: [Int]

  /// The arguments of this process.
  package static var current: ProcessArguments {
    var words: [[UInt8]] = []
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let word = unsafe CommandLine.unsafeArgv[index] else { break }
      var bytes: [UInt8] = []
      var offset = 0
      while unsafe word[offset] != 0 {
        bytes.append(UInt8(bitPattern: unsafe word[offset]))
        offset += 1
      }
      words.append(bytes)
    }
    return ProcessArguments(words)
  }

  /// Takes words as bytes, repairing those that are not UTF-8.
  package init(_ words: [[UInt8]]) {
    self.words = words.map { String(decoding: $0, as: UTF8.self) }
    repairedPositions = zip(1..., zip(words, self.words))
      .filter { !$1.0.elementsEqual($1.1.utf8) }
      .map { $0.0 }
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
