import JOSE
import StrictCoding

/// What results say about a header, kept for the headers that came last.
struct HeaderTable {
  /// What is shown of a header.
  struct Entry {
    let encoded: [UInt8]
    /// The members of the result that come from it: `,"alg":"…","kid":"…"`, or two columns.
    let shown: [UInt8]
    /// The places in the tables of names.
    let algorithm: Int
    let key: Int
  }

  private(set) var algorithms = NameTable()
  private(set) var keys = NameTable()
  private(set) var entries: [Entry] = []
  private var oldest = 0
  private let output: AuditSettings.Output

  /// Issuers seldom sign with more keys than this at a time.
  private static let limit = 16

  init(_ output: AuditSettings.Output) { self.output = output }

  /// The entry for the header of a token, or for none if the text has no header; counted.
  mutating func entry(startOf token: Span<UInt8>) -> Int {
    let index = known(startOf: token) ?? lookUp(startOf: token)
    count(index)
    return index
  }

  /// Finds a header without looking for its end.
  private func known(startOf token: Span<UInt8>) -> Int? {
    // In a span: what is taken out of an array is counted for as long as it is held.
    let entries = entries.span
    for index in entries.indices where token.startsWithHeader(entries[index].encoded.span) {
      return index
    }
    return nil
  }

  private mutating func lookUp(startOf token: Span<UInt8>) -> Int {
    let end = token.firstOffset(of: UInt8(ascii: "."), from: 0) ?? 0
    let encoded = token.extracting(..<end)
    // Texts without a dot share the entry of the empty header.
    if end == 0, let index = entries.firstIndex(where: \.encoded.isEmpty) { return index }
    let entry = make(encoded)
    if entries.count < Self.limit {
      entries.append(entry)
      return entries.count - 1
    }
    let index = oldest
    oldest = (oldest + 1) % Self.limit
    entries[index] = entry
    return index
  }

  /// Takes out the numbers by algorithm and by key.
  mutating func takeCounts() -> (algorithms: Groups, keys: Groups) {
    let counts = (algorithms.takeCounts(), keys.takeCounts())
    // The places in the tables may have gone.
    entries = []
    oldest = 0
    return counts
  }

  private mutating func count(_ index: Int) {
    if entries[index].algorithm >= 0 { algorithms.count(entries[index].algorithm) }
    if entries[index].key >= 0 { keys.count(entries[index].key) }
  }

  private mutating func make(_ encoded: Span<UInt8>) -> Entry {
    let parameters = (try? JOSEHeader(encoded: encoded))?.parameters
    let algorithm = parameters?["alg"].map(ShownJSON.value)
    let key = parameters?["kid"].map(ShownJSON.value)
    var shown: [UInt8] = []
    switch output {
    case .none: break
    case .objects:
      if let algorithm { shown += Array(",\"alg\":".utf8) + algorithm }
      if let key { shown += Array(",\"kid\":".utf8) + key }
    case .columns:
      shown += [0x09] + (algorithm ?? []).dropFirst().dropLast()
      shown += [0x09] + (key ?? []).dropFirst().dropLast()
    }
    return Entry(
      encoded: encoded.copied(), shown: shown,
      algorithm: algorithm.map { text in algorithms.index(of: text.span) { text } } ?? -1,
      key: key.map { text in keys.index(of: text.span) { text } } ?? -1)
  }
}
