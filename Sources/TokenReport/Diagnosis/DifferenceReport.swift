import JWTValidation
package import StrictCoding
package import TokenDiagnosis

/// Two tokens beside each other, as text for people and as JSON for programs.
package struct DifferenceReport: Sendable {
  private let difference: ClaimsDifference
  private let notes: [String]

  /// - Parameter notes: what was done to the inputs.
  package init(_ difference: ClaimsDifference, notes: [String] = []) {
    self.difference = difference
    self.notes = notes
  }

  /// What the difference amounts to.
  package var conclusion: Conclusion { difference.isSameMeaning ? .accepted : .refused }

  // MARK: Text

  /// The text; it ends with a line feed.
  package func text(style: Style) -> String {
    var lines = [style.set("NOT VERIFIED (compared only): \(summary)", role)]
    for (segment, title) in [(TokenSegment.header, "Header"), (.payload, "Claims")] {
      let rows = difference.differences.filter { $0.segment == segment }
      if !rows.isEmpty {
        lines += ["", style.set(title, .heading)] + rows.flatMap { row($0, style) }
      }
    }
    if !notes.isEmpty { lines += ["", style.set("Notes", .heading)] + notes.map { "  " + $0 } }
    return lines.endedLines
  }

  private var summary: String {
    guard !difference.isSameMeaning else {
      return difference.differences.isEmpty
        ? "both say the same" : "both say the same, written otherwise"
    }
    let counts = [MemberDifference.Kind.changed, .added, .removed].compactMap { kind -> String? in
      let count = difference.rows.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }
    return "the tokens differ (\(counts.joined(separator: ", ")))"
  }

  private var role: Style.Role { difference.isSameMeaning ? .good : .caution }

  private func row(_ row: MemberDifference, _ style: Style) -> [String] {
    let place = ShownName.pointer(row.pointer)
    switch row.kind {
    case .same: return []
    case .added: return [style.set("  + \(place)  \(shown(row.second, row))", .good)]
    case .removed: return [style.set("  - \(place)  \(shown(row.first, row))", .bad)]
    case .respelled:
      return [
        style.set("  = \(place)", .faint)
          + "  \(shown(row.first, row)) and \(shown(row.second, row))"
      ]
    case .changed:
      let lines = [
        style.set("  ~ \(place)", .caution),
        style.set("    - \(shown(row.first, row))", .bad),
        style.set("    + \(shown(row.second, row))", .good),
      ]
      return lines + (remark(row).map { ["    \($0)"] } ?? [])
    }
  }

  /// A value as JSON, and a time as a date behind it.
  private func shown(_ value: JSONValue?, _ row: MemberDifference) -> String {
    guard let value else { return "" }
    let text = String(decoding: JSONTree.received(value).encoded(), as: UTF8.self)
    guard case .time = row.comparison, let date = value.number.flatMap({ NumericDate($0) }) else {
      return text
    }
    return "\(text)  \(ShownTime.utc(date))"
  }

  /// What the two lines do not show by themselves.
  private func remark(_ row: MemberDifference) -> String? {
    switch row.comparison {
    case .value: return nil
    case .time(let seconds):
      guard let seconds, seconds != 0 else { return nil }
      return "\(DurationText.words(seconds)) \(seconds > 0 ? "later" : "earlier")"
    case .set(let added, let removed):
      let parts = [("added", added), ("removed", removed)].filter { !$0.1.isEmpty }
      return parts.map {
        "\($0.0): \($0.1.map { JSONEscape.displayed($0.utf8) }.joined(separator: ", "))"
      }
      .joined(separator: "; ")
    }
  }

  // MARK: JSON

  /// The difference as one object, version 1 of its schema.
  package var tree: JSONTree {
    .members([
      ("version", .integer(1)),
      ("signature", "not-checked"),
      ("sameMeaning", .boolean(difference.isSameMeaning)),
      ("rows", .array(difference.rows.map(Self.tree))),
      ("notes", notes.isEmpty ? nil : .array(notes.map { .string($0) })),
    ])
  }

  private static func tree(_ row: MemberDifference) -> JSONTree {
    var members: [(name: String, value: JSONTree?)] = [
      ("segment", .string(row.segment.rawValue)),
      ("pointer", .string(row.pointer.description)),
      ("kind", .string(row.kind.rawValue)),
      ("first", row.first.map { .received($0) }),
      ("second", row.second.map { .received($0) }),
    ]
    switch row.comparison {
    case .value: break
    case .time(let seconds): members.append(("secondsLater", seconds.map { .integer($0) }))
    case .set(let added, let removed):
      members.append(("addedElements", .array(added.compactMap(element))))
      members.append(("removedElements", .array(removed.compactMap(element))))
    }
    return .members(members)
  }

  private static func element(_ text: String) -> JSONTree? {
    (try? JSONValue.parse(Array(text.utf8))).map { .received($0) }
  }
}
