import JWTValidation

/// The members of a header or claims set as lines, in their own order, with a caret line under every
/// value that a finding is about.
struct MemberLines {
  /// The bytes that a finding is about, and what to write beside the carets.
  struct Mark {
    let span: TokenSpan
    let code: String
    let role: Style.Role

    /// The marks of all findings about decoded bytes of a part.
    static func all(_ findings: [ReportedFinding], in segment: TokenSegment) -> [Mark] {
      findings.flatMap { finding in
        finding.spans.filter { $0.segment == segment && $0.isDecoded }
          .map { Mark(span: $0, code: finding.code, role: Style.Role(finding.severity)) }
      }
    }
  }

  private let style: Style
  private let now: NumericDate?
  private let marks: [Mark]

  /// Larger values stay on one line: with deep nesting, indentation would make them many times larger.
  private static let largestIndented = 16_384

  /// Names beyond this width do not widen the column of the values.
  private static let widestName = 24

  /// - Parameter now: what times are compared with; `nil` for tools that have no clock.
  init(style: Style, now: NumericDate?, marks: [Mark]) {
    self.style = style
    self.now = now
    self.marks = marks
  }

  func lines(_ object: JSONObject) -> [String] {
    object.isEmpty ? ["  {} (empty)"] : lines(object) { _ in true }
  }

  /// The members that a mark is in, with dots where others were left out.
  func markedLines(_ object: JSONObject) -> [String] {
    var isComplete = true
    let lines = lines(object) { position in
      let value = object.value(at: position)
      let isMarked = marks.contains { value.range.contains($0.span.offset) }
      if !isMarked { isComplete = false }
      return isMarked
    }
    return lines + (isComplete ? [] : ["  ..."])
  }

  /// The members of header and claims that findings are about, where no clock judges them.
  static func picture(
    _ inspection: Inspection, _ findings: [ReportedFinding], _ style: Style
  ) -> [String] {
    let parts: [(String, TokenSegment, JSONObject?)] = [
      ("Header", .header, inspection.header?.parameters), ("Claims", .payload, inspection.claims),
    ]
    return parts.flatMap { heading, segment, object -> [String] in
      let marks = Mark.all(findings, in: segment)
      guard let object, !marks.isEmpty else { return [] }
      return ["", style.set("\(heading) (not verified)", .heading)]
        + MemberLines(style: style, now: nil, marks: marks).markedLines(object)
    }
  }

  /// The members whose values are to be shown.
  ///
  /// By position and in loops: arrays of members and what goes through them would cost a program
  /// that runs once the time to make their types.
  private func lines(_ object: JSONObject, where isShown: (Int) -> Bool) -> [String] {
    var names: [String] = []
    var positions: [Int] = []
    var widest: Int?
    for position in object.indices where isShown(position) {
      let bytes = object.nameBytes(at: position)
      // Nothing at all would look like a part of the member before it.
      let name = bytes.isEmpty ? "\"\"" : JSONEscape.displayed(bytes.span)
      let width = name.count
      if width <= Self.widestName { widest = max(widest ?? 0, width) }
      names.append(name)
      positions.append(position)
    }
    let column = widest ?? Self.widestName
    var lines: [String] = []
    for index in names.indices {
      append(names[index], object, at: positions[index], column, to: &lines)
    }
    return lines
  }

  private func append(
    _ name: String, _ object: JSONObject, at position: Int, _ column: Int,
    to lines: inout [String]
  ) {
    let width = name.count
    let indent = 2 + max(column, width) + 2
    let value = object.value(at: position)
    let shown = text(value, room: style.width - column - 4)
    lines.append("  " + name + String.blanks(max(0, column - width) + 2) + shown[0])
    for line in shown.dropFirst() { lines.append(String.blanks(indent) + line) }
    if let date = date(value), let remark = remark(object[position].name, date) {
      lines[lines.count - 1] += "  " + style.set(remark, .faint)
    }
    if !marks.isEmpty { lines += carets(value, shown: shown, indent: indent) }
  }

  /// One line of carets for each finding about the value or a part of it.
  ///
  /// Carets stand under the exact bytes where the value is shown as it stands in the token, and
  /// under the whole first line where it had to be broken or escaped.
  private func carets(_ value: JSONValue, shown: [String], indent: Int) -> [String] {
    let isVerbatim = shown.count == 1 && shown[0].utf8.elementsEqual(value.sourceText.utf8)
    return marks.filter { value.range.contains($0.span.offset) }.map { mark in
      let span = mark.span
      let columns =
        isVerbatim ? Self.columns(span, of: value) : (start: 0, count: shown[0].count)
      let carets = String(repeating: "^", count: max(1, min(columns.count, style.width)))
      let label =
        "\(mark.code), \(span.segment.rawValue) byte \(span.offset + 1), "
        + "token column \(span.tokenColumn)"
      return String.blanks(indent + columns.start)
        + style.set("\(carets) \(label)", mark.role)
    }
  }

  /// Bytes are counted in a token, characters on a screen.
  private static func columns(
    _ span: TokenSpan, of value: JSONValue
  ) -> (start: Int, count: Int) {
    let bytes = Array(value.sourceText.utf8)
    let start = min(span.offset - value.range.lowerBound, bytes.count)
    let end = min(start + span.length, bytes.count)
    return (
      String(decoding: bytes[..<start], as: UTF8.self).count,
      String(decoding: bytes[start..<end], as: UTF8.self).count
    )
  }

  /// One line where it fits, indented JSON where a nested value does not.
  private func text(_ value: JSONValue, room: Int) -> [String] {
    let tree = JSONTree.received(value)
    let compact = String(decoding: tree.encoded(), as: UTF8.self)
    let isNested = value.kind == .object || value.kind == .array
    guard isNested, compact.utf8.count > room, compact.utf8.count <= Self.largestIndented else {
      return [compact]
    }
    return String(decoding: tree.encoded(.indented), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  private func date(_ value: JSONValue) -> NumericDate? {
    value.kind == .number ? try? TimeClaim.read(value, claim: "") : nil
  }

  private func remark(_ name: String, _ date: NumericDate) -> String? {
    TimeText.remark(name, date, now: now ?? date).map {
      ShownTime.utc(date) + (now == nil ? "" : ", \($0)")
    }
  }
}
