/// A shell that completions can be written for.
package enum Shell: String, CaseIterable, Sendable {
  case bash, zsh, fish

  /// The script to load into the shell.
  package var completionScript: String {
    switch self {
    case .bash: BashCompletion.script
    case .zsh: ZshCompletion.script
    case .fish: FishCompletion.script
    }
  }

  /// The text as one word of a shell in which nothing is special.
  ///
  /// bash and zsh end the quotation for an apostrophe; fish escapes it, and its backslash.
  func quoted(_ text: String) -> String {
    var word = ""
    for character in text {
      switch (self, character) {
      case (.fish, "'"), (.fish, "\\"): word += "\\\(character)"
      case (_, "'"): word += "'\\''"
      default: word.append(character)
      }
    }
    return "'\(word)'"
  }
}
