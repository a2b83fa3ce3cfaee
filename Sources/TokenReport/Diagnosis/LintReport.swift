import JWTValidation
package import StrictCoding
package import TokenDiagnosis

/// The findings of a lint as text for people and as JSON for programs.
package struct LintReport: Sendable {
  private let policy: LintPolicy
  private let notes: [String]
  private let inspection: Inspection
  /// What remains after the codes that the policy lets through.
  let findings: [LintFinding]
  /// The same in words, with the bytes that they are about.
  let reported: [ReportedFinding]
  /// What keeps the text from being read.
  let failure: ReportedFinding?
  /// What the result was let through by name.
  private let allowedCount: Int
  /// Every rule, where they were asked for.
  private let checks: [CheckLine]?

  /// - Parameters:
  ///   - token: what the outcome is about.
  ///   - trace: tells every rule, and makes the report show no value.
  ///   - notes: what was done to the input.
  package init(
    _ outcome: Linter.Outcome, _ policy: LintPolicy, of token: [UInt8], trace: LintTrace? = nil,
    notes: [String] = []
  ) {
    self.policy = policy
    self.notes = notes
    inspection = Inspection(of: token)
    let finder = SpanFinder(token, inspection)
    switch outcome {
    case .findings(let all):
      findings = policy.remaining(all)
      allowedCount = all.count - findings.count
      failure = nil
    case .unreadable(let finding):
      findings = []
      allowedCount = 0
      failure = ReportedFinding(finding, in: token, finder)
    }
    checks = trace?.lines(TraceWords(token), policy)
    reported = findings.map { ReportedFinding($0, $0.severity, spans: finder.spans(of: $0)) }
  }

  /// What the findings amount to under the policy.
  package var conclusion: Conclusion {
    if failure != nil { return .malformed }
    return policy.fails(findings) ? .refused : .accepted
  }

  /// The text; it ends with a line feed.
  package func text(style: Style) -> String {
    var lines: [String] = []
    let words = FindingLines(style: style, showsText: checks == nil)
    if let failure {
      lines.append(style.set("NOT A TOKEN: \(failure.message) [\(failure.code)]", .bad))
      lines += words.explanation(failure)
    } else {
      lines.append(style.set("NOT VERIFIED (lint only): \(summary)", headRole))
    }
    for (finding, reported) in zip(findings, reported) {
      let place = finding.places.first.map {
        "in: \($0.segment.rawValue) \(ShownName.pointer($0.pointer))"
      }
      lines += words.lines(reported, detail: place)
    }
    if let checks {
      lines += ["", style.set("Trace", .heading)] + CheckText(style: style).lines(checks)
    } else {
      lines += MemberLines.picture(inspection, reported, style)
    }
    if !notes.isEmpty { lines += ["", style.set("Notes", .heading)] + notes.map { "  " + $0 } }
    return lines.endedLines
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

  /// The findings as one object, version 1 of its schema.
  package var tree: JSONTree {
    .members([
      ("version", .integer(1)),
      ("verdict", .string(failure == nil ? "linted" : "rejected")),
      ("signature", "not-checked"),
      ("denied", .string(policy.denied.rawValue)),
      ("fails", .boolean(conclusion != .accepted)),
      ("error", failure.map { .members(JSONReport.members($0)) }),
      ("findings", .array(zip(findings, reported).map(Self.tree))),
      ("allowedCount", .integer(Int64(allowedCount))),
      ("checks", checks.map { .array($0.map(JSONReport.check)) }),
      ("notes", notes.isEmpty ? nil : .array(notes.map { .string($0) })),
    ])
  }

  private static func tree(_ finding: LintFinding, _ reported: ReportedFinding) -> JSONTree {
    let place = finding.places.first.map { place -> JSONTree in
      ["segment": .string(place.segment.rawValue), "pointer": .string(place.pointer.description)]
    }
    return .members(JSONReport.members(reported) + [("place", place)])
  }
}
