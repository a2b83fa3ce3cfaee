/// Standard input, which can be read once: two options that both want it are a mistake.
struct StandardInput {
  private var reader: String?

  /// Reads standard input for whoever names itself.
  mutating func read(_ name: String, limit: Int) throws(CommandFailure) -> [UInt8] {
    try claim(name)
    do {
      return try InputReader.readStandardInput(limit: limit)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Reserves standard input without reading it yet.
  mutating func claim(_ name: String) throws(CommandFailure) {
    if let reader {
      throw CommandFailure(
        usage: "\(reader) and \(name) cannot both come from standard input",
        hint: "give one of them as a file or through fd:N")
    }
    reader = name
  }
}
