package import JWTValidation
package import PolicyFile

/// A policy file read back in plain words.
package enum PolicyText {
  /// The text: what is checked, what is not, and what is given up, for each issuer.
  package static func text(_ file: PolicyFile, style: Style) -> String {
    var lines: [String] = []
    if let summary = file.summary { lines.append(shown(summary)) }
    for entry in file.entries {
      if !lines.isEmpty { lines.append("") }
      lines.append(style.set("Policy for \(entry.heading)", .heading))
      if let summary = entry.summary, file.hasIssuers { lines.append("  " + shown(summary)) }
      let statements = entry.statements
      for (kind, heading) in headings {
        let group = statements.filter { $0.kind == kind }
        guard !group.isEmpty else { continue }
        lines += ["", "  " + style.set(heading, role(of: kind))]
        for statement in group { lines += self.lines(statement, style) }
      }
    }
    return lines.endedLines
  }

  /// The same for programs.
  package static func tree(_ file: PolicyFile) -> JSONTree {
    .members([
      ("description", file.summary.map { .string($0) }),
      ("policies", .array(file.entries.map(tree))),
    ])
  }

  private static let headings: [(PolicyStatement.Kind, String)] = [
    (.checked, "Checked"), (.notChecked, "NOT checked"),
    (.waived, "Given up, for the reason stated"),
  ]

  private static func role(of kind: PolicyStatement.Kind) -> Style.Role {
    switch kind {
    case .checked: .good
    case .notChecked: .caution
    case .waived: .bad
    }
  }

  private static func lines(_ statement: PolicyStatement, _ style: Style) -> [String] {
    let place = statement.place.map { "line \($0.line)" } ?? ""
    let margin = "    " + place + String.blanks(max(0, 9 - place.utf8.count))
    let indent = String.blanks(margin.utf8.count)
    let lines = ParagraphText.lines(statement.text, width: style.width - margin.utf8.count)
    let reason = statement.reason.map { [indent + "reason: " + shown($0)] } ?? []
    return lines.enumerated().map { ($0.offset == 0 ? margin : indent) + $0.element } + reason
  }

  private static func tree(_ entry: PolicyEntry) -> JSONTree {
    .members([
      ("pointer", .string(entry.pointer.description)),
      ("issuers", .array(entry.issuers.map { .string($0) })),
      ("statements", .array(entry.statements.map(tree))),
    ])
  }

  private static func tree(_ statement: PolicyStatement) -> JSONTree {
    .members([
      ("kind", .string(statement.kind.rawValue)),
      ("text", .string(statement.text)),
      ("reason", statement.reason.map { .string($0) }),
      ("pointer", statement.place.map { .string($0.pointer.description) }),
      ("line", statement.place.map { .integer(Int64($0.line)) }),
    ])
  }

  private static func shown(_ text: String) -> String { JSONEscape.displayed(text.utf8) }
}
