import StrictCoding

/// Names that come again and again, found without hashing where the last one comes again.
///
/// A name is looked up by its characters as received, and kept as it is shown. The table is one
/// worker's: its numbers are taken out after each part of the text.
struct NameTable {
  private var sources: [[UInt8]] = []
  private var indices: [[UInt8]: Int] = [:]
  private var counts: [Int] = []
  private var last = -1
  /// Names as they are shown, by index.
  private(set) var shown: [[UInt8]] = []

  /// More names than this are forgotten between two parts.
  private static let limit = 4096

  /// The index of a name, which is made ready to be shown when it comes for the first time.
  mutating func index(of source: Span<UInt8>, show: () -> [UInt8]) -> Int {
    if last >= 0 {
      let known = sources[last]
      if source.isEqual(to: known.span) { return last }
    }
    let name = source.copied()
    if let found = indices[name] {
      last = found
      return found
    }
    let index = sources.count
    indices[name] = index
    sources.append(name)
    shown.append(show())
    counts.append(0)
    last = index
    return index
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
    if sources.count > Self.limit { self = NameTable() }
    return groups
  }
}
