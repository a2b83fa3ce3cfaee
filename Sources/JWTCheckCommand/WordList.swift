import TokenReport

/// The words that are allowed in one place, with the nearest of them for a word that is not.
struct WordList {
  private let words: [String]

  init(_ words: [String]) {
    self.words = words
  }

  /// The word of the list that has the same bytes.
  ///
  /// - Throws: `ValueProblem` that names the nearest word, or all of them.
  func match(_ word: String) throws(ValueProblem) -> String {
    if let match = words.first(where: { $0.utf8.elementsEqual(word.utf8) }) { return match }
    throw ValueProblem(
      "\(ShownText.quoted(word)) is not known", hint: hint(nearest: nearest(to: word)))
  }

  /// The nearest word, and all words where they are few enough to be read.
  private func hint(nearest: String?) -> String? {
    guard words.count <= Self.readableCount else { return nearest.map { "did you mean \($0)?" } }
    let all = "one of \(words.joined(separator: ", "))"
    return nearest.map { "did you mean \($0)? (\(all))" } ?? "write \(all)"
  }

  private static let readableCount = 20

  /// The word that was probably meant, `nil` when none is near.
  func nearest(to word: String) -> String? { NearestWord.find(in: words, for: word) }
}
