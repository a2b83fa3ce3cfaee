/// A value given to a name in one word, `NAME=VALUE`.
package struct Assignment: Equatable, Sendable {
  /// One of the names that the option allows.
  package let name: String
  /// What follows the first `=`; may be empty.
  package let value: String

  init(_ word: String, names: [String]) throws(ValueProblem) {
    guard let sign = word.utf8.firstIndex(of: UInt8(ascii: "=")) else {
      throw ValueProblem(
        "\(ShownText.quoted(word)) has no '='",
        hint: "write NAME=VALUE with one of the names \(names.joined(separator: ", "))")
    }
    name = try WordList(names).match(String(word[..<sign]))
    value = String(word[word.utf8.index(after: sign)...])
  }
}
