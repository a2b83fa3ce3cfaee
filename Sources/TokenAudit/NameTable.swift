import StrictCoding

/// Names that come again and again, found without hashing where the last one comes again.
///
/// A name is looked up by its characters as received, and kept as it is shown. The table is one
/// worker's: its numbers are taken out after each part of the text.
struct NameTable {
  private var sources: [[UInt8]] = []
  /// By fingerprint; of two names with the same one the later is found. The other starts anew when it
  /// comes again, which costs room and no number: what is shown of them is counted together.
  private var indices: [UInt64: Int] = [:]
  /// Senders cannot know it, so they cannot make names with the same fingerprint.
  private let seed = UInt64.random(in: 0...UInt64.max)
  private var counts: [Int] = []
  private var last = -1
  /// Names as they are shown, by index.
  private(set) var shown: [[UInt8]] = []

  /// Characters of all names as received.
  private var size = 0

  /// More names than this, or more characters of them, are forgotten between two parts.
  private static let limit = 4096
  private static let sizeLimit = 1 << 20

  /// The index of a name, which is made ready to be shown when it comes for the first time.
  mutating func index(of source: Span<UInt8>, show: () -> [UInt8]) -> Int {
    if last >= 0, isName(last, source) { return last }
    let fingerprint = source.fingerprint(seed: seed)
    if let found = indices[fingerprint], isName(found, source) {
      last = found
      return found
    }
    let index = sources.count
    indices[fingerprint] = index
    sources.append(source.copied())
    shown.append(show())
    counts.append(0)
    size += source.count
    last = index
    return index
  }

  private func isName(_ index: Int, _ source: Span<UInt8>) -> Bool {
    let known = sources[index]
    return source.isEqual(to: known.span)
  }

  /// Counts a word of ours.
  mutating func count(_ word: String) {
    let bytes = Array(word.utf8)
    count(index(of: bytes.span) { [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")] })
  }

  /// Counts a name once.
  mutating func count(_ index: Int) { counts[index] += 1 }

  /// Takes the numbers out.
  mutating func takeCounts() -> Groups {
    var groups = Groups()
    for index in counts.indices where counts[index] > 0 {
      groups.add(counts[index], under: shown[index])
      counts[index] = 0
    }
    if sources.count > Self.limit || size > Self.sizeLimit { self = NameTable() }
    return groups
  }
}
