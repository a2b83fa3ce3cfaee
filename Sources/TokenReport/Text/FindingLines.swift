import JWTValidation

/// One finding as lines: what was found, the text around it where reading had to stop, and a hint.
struct FindingLines {
  let style: Style
  /// Whether the text around a byte may be shown.
  var showsText = true

  /// - Parameters:
  ///   - label: what stands before the sentence; the severity if absent.
  ///   - detail: a line between the finding and its hint.
  func lines(
    _ finding: ReportedFinding, label: String? = nil, detail: String? = nil
  ) -> [String] {
    let label = style.set(
      "\(label ?? finding.severity.rawValue):", Style.Role(finding.severity))
    let reference = finding.reference.map { ", \($0)" } ?? ""
    return ["", "\(label) \(finding.message) [\(finding.code)\(reference)]"]
      + explanation(finding, detail: detail)
  }

  /// The lines below the sentence itself.
  func explanation(_ finding: ReportedFinding, detail: String? = nil) -> [String] {
    var lines: [String] = []
    if let place = finding.place, showsText { lines += excerpt(place) }
    if let detail { lines.append("  \(detail)") }
    if let hint = finding.hint { lines.append("  hint: \(hint)") }
    return lines
  }

  private func excerpt(_ place: SourcePlace) -> [String] {
    ["  \(place.label):"]
      + SourceExcerpt(place, width: min(style.width - 10, place.widthLimit)).lines(indent: "    ")
  }
}

extension Style.Role {
  /// How the label of a finding is set off.
  init(_ severity: Finding.Severity) {
    switch severity {
    case .error: self = .bad
    case .warning: self = .caution
    case .note: self = .faint
    }
  }
}
