package import JOSE
package import StrictCoding
import TokenReport

/// The numbers of a run, for people and for programs.
package struct AuditSummary: Sendable {
  /// What was counted.
  package let tally: Tally
  /// The time at which tokens were judged.
  package let now: NumericDate
  /// Whether the run came to the end of its input.
  package let isComplete: Bool
  /// Whether repetitions were looked for.
  package let countsRepeats: Bool
  /// How many tokens an earlier run had done, whose repetitions this one did not know.
  package let resumedAt: Int

  /// States what is to be shown.
  package init(
    _ tally: Tally, now: NumericDate, isComplete: Bool, countsRepeats: Bool, resumedAt: Int = 0
  ) {
    self.tally = tally
    self.now = now
    self.isComplete = isComplete
    self.countsRepeats = countsRepeats
    self.resumedAt = resumedAt
  }

  /// One table of the summary.
  struct Section {
    let title: String
    let name: String
    let rows: [(name: String, count: Int)]
    /// What was counted under none of the rows.
    var others = 0
    /// Whether it is shown though nothing was counted.
    var isAlwaysShown = false
  }

  /// The tables in their order.
  var sections: [Section] {
    [
      Section(
        title: "Verdicts", name: "verdicts",
        rows: AuditVerdict.allCases.compactMap { verdict in
          tally.verdicts[verdict].map { (verdict.rawValue, $0) }
        }, isAlwaysShown: true),
      Self.section("Reasons", "codes", tally.codes),
      Self.section("Unwise", "lint", tally.lintCodes),
      Self.section("In the words of verifyToken", "veltCodes", tally.veltCodes),
      Self.section("Issuers, as the tokens name them", "issuers", tally.issuers),
      Self.section("Algorithms, as the headers name them", "algorithms", tally.algorithms),
      Self.section("Keys, as the headers name them", "keys", tally.keys),
      Section(
        title: "Time left", name: "lives",
        rows: RemainingLife.allCases.compactMap { life in
          let count = tally.lives[life.rawValue]
          return count == 0 ? nil : (life.title, count)
        }),
    ]
  }

  private static func section(_ title: String, _ name: String, _ groups: Groups) -> Section {
    Section(
      title: title, name: name, rows: groups.sorted.map { (shownName($0.name), $0.count) },
      others: groups.others)
  }

  /// A name without the quotation marks of JSON.
  private static func shownName(_ name: [UInt8]) -> String {
    let value = try? JSONValue.parse(name)
    return JSONEscape.displayed(value?.stringBytes ?? name)
  }

  /// What there is to say about repetitions.
  var repeatLines: [String] {
    guard countsRepeats else { return [] }
    var lines = [
      "tokens that had been there before: \(tally.repeatedTokens)",
      "other tokens with the issuer and jti of one that had been there: \(tally.repeatedIDs)",
      "found if at most \(RepeatWindow.capacity) others lie between",
    ]
    if resumedAt > 0 {
      lines.append("not looked for between this run and the \(resumedAt) tokens of earlier ones")
    }
    return lines
  }

  /// The first line.
  var headline: String {
    let date = CivilDate(secondsSinceEpoch: now.seconds).rfc3339
    return "\(tally.tokenCount) tokens, judged at \(date)"
      + (isComplete ? "" : "; INTERRUPTED, the input goes on")
  }
}

extension AuditSummary {
  /// The numbers as one JSON object.
  package var tree: JSONTree {
    .members([
      ("version", 1),
      ("complete", .boolean(isComplete)),
      ("now", .integer(now.seconds)),
      ("tokens", .integer(Int64(tally.tokenCount))),
      (
        "verdicts",
        .object(
          AuditVerdict.allCases.map {
            ($0.rawValue, .integer(Int64(tally.verdicts[$0] ?? 0)))
          })
      ),
      ("codes", tally.codes.tree), ("lint", tally.lintCodes.tree),
      ("veltCodes", tally.veltCodes.counts.isEmpty ? .none : .some(tally.veltCodes.tree)),
      ("issuers", tally.issuers.tree), ("algorithms", tally.algorithms.tree),
      ("keys", tally.keys.tree),
      (
        "lives",
        .object(
          RemainingLife.allCases.map { ($0.word, .integer(Int64(tally.lives[$0.rawValue]))) })
      ),
      ("repeats", countsRepeats ? .some(repeats) : .none),
    ])
  }

  private var repeats: JSONTree {
    [
      "tokens": .integer(Int64(tally.repeatedTokens)),
      "ids": .integer(Int64(tally.repeatedIDs)),
      "window": .integer(Int64(RepeatWindow.capacity)),
      "since": .integer(Int64(resumedAt)),
    ]
  }
}

extension Groups {
  /// The names with their numbers, the largest first.
  var tree: JSONTree {
    .members([
      (
        "counts",
        .array(
          sorted.map { name, count in
            let value = try? JSONValue.parse(name)
            return [
              "name": value.map { .received($0) } ?? .string(String(decoding: name, as: UTF8.self)),
              "count": .integer(Int64(count)),
            ]
          })
      ),
      ("others", .integer(Int64(others))),
    ])
  }
}
