/// What a command line gave, by the names of options or arguments.
///
/// A handful of entries in the order in which they were given: a list finds them as fast as a
/// dictionary would, and takes a tenth of a short run less to set up.
struct GivenValues: Sendable {
  private struct Entry: Sendable {
    let name: String
    let value: any Sendable
  }

  private var entries: [Entry] = []

  /// The number of values.
  var count: Int { entries.count }

  mutating func append(_ value: any Sendable, for name: String) {
    entries.append(Entry(name: name, value: value))
  }

  func contains(_ name: String) -> Bool { entries.contains { $0.name == name } }

  /// The values given for a name, in their order.
  func values(of name: String) -> [any Sendable] {
    entries.lazy.filter { $0.name == name }.map(\.value)
  }
}
