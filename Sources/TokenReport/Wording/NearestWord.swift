/// Which of the words that are known was probably meant by one that is not.
package enum NearestWord {
  /// The word that was probably meant; `nil` when none is near.
  package static func find(in words: [String], for word: String) -> String? {
    let typed = folded(word)
    // Longer words than any of ours are no slips, and the distance costs their product.
    guard 1...40 ~= typed.count else { return nil }
    if let same = words.first(where: { folded($0) == typed }) { return same }
    let extended = words.filter { folded($0).starts(with: typed) }
    if extended.count == 1, typed.count >= 3 { return extended.first }
    let near = words.map { (word: $0, distance: distance(folded($0), typed)) }
      .filter { $0.distance <= max(1, min($0.word.utf8.count, typed.count) / 3) }
    return near.min { $0.distance < $1.distance }?.word
  }

  private static func folded(_ word: String) -> [UInt8] {
    word.utf8.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 + 32 : $0 }
  }

  /// The number of letters to insert, delete, replace or swap with their neighbour that turns one
  /// word into the other.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var current = [i + 1]
      for (j, other) in right.enumerated() {
        var best = min(
          previous[j] + (letter == other ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
          best = min(best, beforePrevious[j - 1] + 1)
        }
        current.append(best)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
