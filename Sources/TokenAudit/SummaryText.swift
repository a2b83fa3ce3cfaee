package import TokenReport

/// A summary as text, with bars where there is a terminal to draw them on.
package enum SummaryText {
  /// The most rows of a table that are shown; JSON has them all.
  private static let rowLimit = 12
  /// Longer names are cut, so that columns stay columns.
  private static let widestName = 40

  /// The text.
  ///
  /// - Parameter drawsBars: whether each number is shown as a bar, too.
  package static func text(_ summary: AuditSummary, style: Style, drawsBars: Bool) -> String {
    var lines = [summary.headline]
    for section in summary.sections where section.isAlwaysShown || !section.rows.isEmpty {
      lines += ["", section.title]
      lines += rows(
        section, total: summary.tally.tokenCount, barWidth: drawsBars ? style.width : 0)
    }
    if !summary.repeatLines.isEmpty {
      lines += ["", "Repetitions"] + summary.repeatLines.map { "  " + $0 }
    }
    return lines.endedLines
  }

  private static func rows(
    _ section: AuditSummary.Section, total: Int, barWidth: Int
  ) -> [String] {
    var rows = Array(section.rows.prefix(rowLimit))
    let rest = section.rows.dropFirst(rowLimit).reduce(section.others) { $0 + $1.count }
    if rest > 0 { rows.append(("others", rest)) }
    let names = rows.map { shortened($0.name) }
    let nameWidth = names.map(\.count).max() ?? 0
    let countWidth = rows.map { String($0.count).count }.max() ?? 0
    return zip(rows, names).map { row, name in
      let line =
        "  " + name + String.blanks(nameWidth - name.count)
        + "  " + String.blanks(countWidth - String(row.count).count) + "\(row.count)"
        + "  " + percent(row.count, of: total)
      let room = barWidth - line.count - 2
      return room < 10 ? line : line + "  " + bar(row.count, of: total, width: room)
    }
  }

  private static func shortened(_ name: String) -> String {
    name.count <= widestName ? name : name.prefix(widestName - 1) + "…"
  }

  /// Tenths of a per cent, so many columns wide that 100 fits.
  static func percent(_ count: Int, of total: Int) -> String {
    guard total > 0 else { return "   - %" }
    let tenths = Int((Double(count) * 1000 / Double(total)).rounded())
    let text = "\(tenths / 10).\(tenths % 10) %"
    return String.blanks(7 - text.count) + text
  }

  /// A bar in eighths of a column; what is there is never shown as nothing.
  private static func bar(_ count: Int, of total: Int, width: Int) -> String {
    guard total > 0, count > 0 else { return "" }
    let eighths = max(1, Int((Double(count) * Double(width * 8) / Double(total)).rounded()))
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: min(eighths, width * 8) / 8) + parts[eighths % 8]
  }
}
