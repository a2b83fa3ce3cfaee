extension [String] {
  /// The lines as one text in which each ends with a line feed.
  ///
  /// A loop and not `joined(separator:)`: that one looks up conformances at run time, which is a
  /// tenth of what a short run of the command line computes.
  package var endedLines: String {
    var bytes: [UInt8] = []
    var count = 0
    for line in self { count += line.utf8.count + 1 }
    bytes.reserveCapacity(count)
    for line in self {
      bytes.append(contentsOf: line.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
