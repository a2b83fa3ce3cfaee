import JOSE
package import StrictCoding

extension Tally {
  /// The numbers as JSON, from which they can be read again.
  package var tree: JSONTree {
    [
      "verdicts": .array(
        AuditVerdict.allCases.map { .integer(Int64(verdicts[$0] ?? 0)) }),
      "codes": codes.tree, "lint": lintCodes.tree,
      "veltCodes": veltCodes.tree, "issuers": issuers.tree,
      "algorithms": algorithms.tree, "keys": keys.tree,
      "lives": .array(lives.map { .integer(Int64($0)) }),
      "repeatedTokens": .integer(Int64(repeatedTokens)),
      "repeatedIDs": .integer(Int64(repeatedIDs)),
    ]
  }

  /// Reads numbers that were written as JSON; `nil` if the object is none of ours.
  package init?(_ object: JSONObject) {
    self.init()
    guard let verdictCounts = object["verdicts"]?.array?.compactMap(\.plainInteger),
      verdictCounts.count == AuditVerdict.allCases.count,
      let lifeCounts = object["lives"]?.array?.compactMap(\.plainInteger),
      lifeCounts.count == lives.count,
      let codes = Groups(object["codes"]), let lintCodes = Groups(object["lint"]),
      let veltCodes = Groups(object["veltCodes"]), let issuers = Groups(object["issuers"]),
      let algorithms = Groups(object["algorithms"]),
      let keys = Groups(object["keys"]),
      let repeatedTokens = object["repeatedTokens"]?.plainInteger,
      let repeatedIDs = object["repeatedIDs"]?.plainInteger
    else { return nil }
    for (verdict, count) in zip(AuditVerdict.allCases, verdictCounts) where count > 0 {
      verdicts[verdict] = Int(count)
    }
    lives = lifeCounts.map { Int($0) }
    (self.codes, self.lintCodes, self.veltCodes) = (codes, lintCodes, veltCodes)
    (self.issuers, self.algorithms, self.keys) = (issuers, algorithms, keys)
    (self.repeatedTokens, self.repeatedIDs) = (Int(repeatedTokens), Int(repeatedIDs))
  }
}

extension Groups {
  fileprivate init?(_ value: JSONValue?) {
    self.init()
    guard let object = value?.object, let counts = object["counts"]?.array,
      let others = object["others"]?.plainInteger
    else { return nil }
    for entry in counts {
      guard let entry = entry.object, let name = entry["name"],
        let count = entry["count"]?.plainInteger
      else { return nil }
      add(Int(count), under: name.withSource { $0.copied() })
    }
    addOthers(Int(others))
  }
}
