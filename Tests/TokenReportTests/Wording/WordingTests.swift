import Foundation
import Testing

@testable import TokenReport

@Suite("sentences")
struct WordingTests {
  @Test("every sentence is the one that was reviewed")
  func reviewed() throws {
    try ReviewedFile("TestVectors/wording/sentences.txt").expect(WordingSamples.text)
  }

  @Test("every case of every finding is among the samples")
  func complete() throws {
    let declared = try FindingSources.cases()
    let sampled = Set(WordingSamples.all.flatMap { $0.values.map(WordingSamples.name) })
    // Cases that only hand on another finding are there too.
    #expect(declared.subtracting(sampled).sorted() == [])
    #expect(sampled.subtracting(declared).sorted() == [])
    #expect(declared.count > 120)
  }

  @Test("a sentence starts in lower case, has no full stop, and stays on one line")
  func form() {
    let odd = WordingSamples.all.flatMap(\.values)
      .flatMap { [$0.message] + ($0.hint.map { [$0] } ?? []) }
      .filter { !Self.isGood($0) }
    #expect(odd == [])
  }

  private static func isGood(_ sentence: String) -> Bool {
    guard let first = sentence.first, let last = sentence.last else { return false }
    let capitals = ["HMAC", "JSON", "PEM"]
    return (!first.isUppercase || capitals.contains { sentence.hasPrefix($0) })
      && last != "." && last != " " && !sentence.contains("  ")
      && !sentence.contains(where: \.isNewline) && sentence.count <= 240
  }
}
