/// Numbers of tokens, by everything that a summary shows.
///
/// Tallies of parts add up to that of the whole, in any order.
package struct Tally: Equatable, Sendable {
  /// Tokens by verdict.
  package var verdicts: [AuditVerdict: Int] = [:]
  /// Findings by code; a token can have several.
  package var codes = Groups()
  /// Findings of the linter by code.
  package var lintCodes = Groups()
  /// Tokens by the code of the service's own `verifyToken`.
  package var veltCodes = Groups()
  /// Tokens by issuer, as the token names it.
  package var issuers = Groups()
  /// Tokens by the algorithm that the header names.
  package var algorithms = Groups()
  /// Tokens by the key that the header names.
  package var keys = Groups()
  /// Tokens by the time that is left to them.
  package var lives = [Int](repeating: 0, count: RemainingLife.allCases.count)
  /// Tokens that had been there before.
  package var repeatedTokens = 0
  /// Other tokens with the issuer and `jti` of one that had been there before.
  package var repeatedIDs = 0

  /// Nothing counted yet.
  package init() {}

  /// How many tokens there were.
  package var tokenCount: Int { verdicts.values.reduce(0, +) }
  /// How many of them were refused.
  package var rejectedCount: Int { verdicts[.rejected] ?? 0 }

  /// Adds the numbers of another part.
  package mutating func add(_ other: Tally) {
    verdicts.merge(other.verdicts, uniquingKeysWith: +)
    codes.add(other.codes)
    lintCodes.add(other.lintCodes)
    veltCodes.add(other.veltCodes)
    issuers.add(other.issuers)
    algorithms.add(other.algorithms)
    keys.add(other.keys)
    for index in lives.indices { lives[index] += other.lives[index] }
    repeatedTokens += other.repeatedTokens
    repeatedIDs += other.repeatedIDs
  }
}

/// Numbers by name, for so many names that memory stays bounded.
package struct Groups: Equatable, Sendable {
  /// Names that are counted apart from each other; what comes later is counted together.
  package static let limit = 10_000

  /// The numbers. A name is written as in JSON, with its quotation marks; none is the empty one.
  package private(set) var counts: [[UInt8]: Int] = [:]
  /// What was counted under none of the names.
  package private(set) var others = 0

  /// Nothing counted yet.
  package init() {}

  /// Counts.
  package mutating func add(_ count: Int, under name: [UInt8]) {
    guard counts.count < Self.limit || counts[name] != nil else {
      others += count
      return
    }
    counts[name, default: 0] += count
  }

  /// Counts what belongs to no name.
  package mutating func addOthers(_ count: Int) { others += count }

  /// Adds the numbers of another part.
  package mutating func add(_ other: Groups) {
    for (name, count) in other.counts { add(count, under: name) }
    others += other.others
  }

  /// The names with their numbers, the largest first, and names of one number in their order.
  package var sorted: [(name: [UInt8], count: Int)] {
    counts.map { ($0.key, $0.value) }.sorted {
      $0.1 == $1.1 ? $0.0.lexicographicallyPrecedes($1.0) : $0.1 > $1.1
    }
  }
}
