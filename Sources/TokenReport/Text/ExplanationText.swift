package import StrictCoding

/// The explanation of a code as text for people and as JSON for programs.
package enum ExplanationText {
  /// The text; it ends with a line feed.
  package static func text(_ explanation: CodeExplanation, style: Style) -> String {
    let width = min(style.width, 100) - 2
    func section(_ heading: String, _ lines: [String]) -> [String] {
      ["", style.set(heading, .heading)] + lines.map { "  " + $0 }
    }
    func section(_ heading: String, _ text: String) -> [String] {
      section(heading, ParagraphText.lines(text, width: width))
    }
    let basis =
      switch explanation.basis {
      case .standards(let sections): sections.joined(separator: ", ")
      case .ownRule(let reason): "no standard: \(reason)"
      }
    var lines = [style.set("\(explanation.code): \(explanation.title)", .heading)]
    lines += section("What it means", explanation.meaning)
    lines += section("Why it matters", explanation.reason)
    lines += section(
      "Example (\(explanation.example.kind))", example(explanation.example, width: width))
    lines += section("What to do", explanation.remedy)
    lines += section("See", basis)
    return lines.endedLines
  }

  /// Every code with its title, by what the codes are about.
  package static func list(style: Style) -> String {
    let column = CodeCatalog.all.map(\.code.utf8.count).max() ?? 0
    let families = CodeCatalog.families.map { family in
      let rows = family.codes.map { code in
        let gap = String.blanks(column - code.code.utf8.count + 2)
        return "  \(code.code)\(gap)\(code.title)"
      }
      return ([style.set("About \(family.title)", .heading)] + rows).joined(separator: "\n")
    }
    return families.joined(separator: "\n\n") + "\n"
  }

  /// The explanation as an object.
  package static func tree(_ explanation: CodeExplanation) -> JSONTree {
    [
      "code": .string(explanation.code),
      "title": .string(explanation.title),
      "meaning": .string(explanation.meaning),
      "reason": .string(explanation.reason),
      "example": [
        "kind": .string(explanation.example.kind), "text": .string(explanation.example.text),
      ],
      "remedy": .string(explanation.remedy),
      "references": .array(explanation.references.map { .string($0) }),
    ]
  }

  /// Input is shown as it is, a description is broken into lines.
  private static func example(_ example: CodeExample, width: Int) -> [String] {
    if case .words(let text) = example { return ParagraphText.lines(text, width: width) }
    if example.text.utf8.isEmpty { return ["(the empty text)"] }
    return example.text.split(separator: "\n", omittingEmptySubsequences: false).map {
      JSONEscape.displayed($0.utf8)
    }
  }
}
