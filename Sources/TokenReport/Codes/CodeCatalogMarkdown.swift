extension CodeCatalog {
  /// The documentation article about all codes, one section for each, whose heading is the code.
  package static var markdown: String {
    var text = """
      # Codes

      What each code of the tools and libraries means, why it matters and what to do.

      ## Overview

      Every error and finding has a code such as `exp.passed`. Codes are a contract: they stand in
      the output of `--json`, in errors that libraries throw and in logs, and a program may compare
      them. A code keeps its meaning; new ones may be added, and one that is no longer needed is not
      used again for something else. Messages and hints are for people and may change at any time.

      Examples assume that it is 2026-01-03T00:00:00Z and that the policy accepts the issuer
      `https://id.example`, the audience `orders-api`, the subject `user-1` and the type `at+jwt`,
      tokens made at most one hour ago and lives of at most 48 hours, and requires the claims `nbf`,
      `jti` and `tenant`. Its rules ask for the `plan` `pro`, the `region` `eu` or `ch`, and `roles` that
      contain `auditor`.

      This page is made from the catalogue in the sources; a test compares the two.

      """
    for family in families {
      text += "\n## About \(family.title)\n\n\(family.introduction)\n"
      for code in family.codes { text += code.markdown }
    }
    return text
  }
}

extension CodeExplanation {
  /// The section about the code.
  package var markdown: String {
    let rests =
      switch basis {
      case .standards(let sections): "See \(sections.joined(separator: ", "))."
      case .ownRule(let reason): "No reference: \(reason)."
      }
    return """

      ### \(code)

      **\(title)** — \(meaning) \(reason)

      Example (\(example.kind)):\(exampleMarkdown)

      What to do: \(remedy)

      \(rests)

      """
  }

  private var exampleMarkdown: String {
    if case .words(let text) = example { return " " + text }
    return example.text.utf8.isEmpty ? " the empty text" : "\n\n```\n\(example.text)\n```"
  }
}
