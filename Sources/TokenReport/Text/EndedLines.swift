extension [String] {
  /// The lines as one text in which each ends with a line feed.
  ///
  /// A loop and not `joined(separator:)`: that one looks up conformances at run time, which is a
  /// tenth of what a short run of the command line computes.
  package var endedLines: String {
    var text = ""
    for line in self {
      text += line
      text += "\n"
    }
    return text
  }
}
