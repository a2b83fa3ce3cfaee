import JWTValidation
package import StrictCoding
package import TokenDiagnosis

/// The findings of a lint as text for people and as JSON for programs.
package struct LintReport: Sendable {
  private let outcome: Linter.Outcome
  private let policy: LintPolicy
  private let notes: [String]
  /// What remains after the codes that the policy lets through.
  let findings: [LintFinding]
  /// What the result was let through by name.
  private let allowedCount: Int

  /// - Parameter notes: what was done to the input.
  package init(_ outcome: Linter.Outcome, _ policy: LintPolicy, notes: [String] = []) {
    self.outcome = outcome
    self.policy = policy
    self.notes = notes
    guard case .findings(let all) = outcome else {
      findings = []
      allowedCount = 0
      return
    }
    findings = policy.remaining(all)
    allowedCount = all.count - findings.count
  }

  /// What the findings amount to under the policy.
  package var conclusion: Conclusion {
    if case .unreadable = outcome { return .malformed }
    return policy.fails(findings) ? .refused : .accepted
  }

  /// The text; it ends with a line feed.
  package func text(style: Style) -> String {
    var lines: [String] = []
    if case .unreadable(let finding) = outcome {
      lines.append(style.set("NOT A TOKEN: \(finding.message) [\(finding.code)]", .bad))
      if let hint = finding.hint { lines.append("  hint: \(hint)") }
    } else {
      lines.append(style.set("NOT VERIFIED (lint only): \(summary)", headRole))
    }
    for finding in findings {
      let label = style.set("\(finding.severity.rawValue):", Self.role(finding.severity))
      lines += ["", "\(label) \(finding.message) [\(finding.code)]"]
      if let place = finding.place {
        lines.append("  in: \(place.segment.rawValue) \(ShownName.pointer(place.pointer))")
      }
      if let hint = finding.hint { lines.append("  hint: \(hint)") }
    }
    if !notes.isEmpty { lines += ["", style.set("Notes", .heading)] + notes.map { "  " + $0 } }
    return lines.joined(separator: "\n") + "\n"
  }

  private var summary: String {
    let kinds: [(Finding.Severity, String)] = [
      (.error, "error"), (.warning, "warning"), (.note, "note"),
    ]
    let counts = kinds.compactMap { severity, name -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(name)\(count == 1 ? "" : "s")"
    }
    return (counts.isEmpty ? "nothing found" : counts.joined(separator: ", "))
      + (allowedCount == 0 ? "" : " (\(allowedCount) let through by --allow)")
  }

  private var headRole: Style.Role {
    findings.isEmpty ? .good : policy.fails(findings) ? .bad : .caution
  }

  private static func role(_ severity: Finding.Severity) -> Style.Role {
    switch severity {
    case .error: .bad
    case .warning: .caution
    case .note: .faint
    }
  }

  /// The findings as one object, version 1 of its schema.
  package var tree: JSONTree {
    var error: JSONTree?
    if case .unreadable(let finding) = outcome {
      error = .members([
        ("code", .string(finding.code)), ("message", .string(finding.message)),
        ("hint", finding.hint.map { .string($0) }),
      ])
    }
    return .members([
      ("version", .integer(1)),
      ("verdict", .string(error == nil ? "linted" : "rejected")),
      ("signature", "not-checked"),
      ("denied", .string(policy.denied.rawValue)),
      ("fails", .boolean(conclusion != .accepted)),
      ("error", error),
      ("findings", .array(findings.map(Self.tree))),
      ("allowedCount", .integer(Int64(allowedCount))),
      ("notes", notes.isEmpty ? nil : .array(notes.map { .string($0) })),
    ])
  }

  private static func tree(_ finding: LintFinding) -> JSONTree {
    .members([
      ("code", .string(finding.code)),
      ("severity", .string(finding.severity.rawValue)),
      ("message", .string(finding.message)),
      ("hint", finding.hint.map { .string($0) }),
      (
        "place",
        finding.place.map {
          ["segment": .string($0.segment.rawValue), "pointer": .string($0.pointer.description)]
        }
      ),
    ])
  }
}
