extension FindingSources {
  /// Codes that a source puts together from a prefix and the rest, by the file and the rest.
  private static let prefixes: [String: [String]] = {
    let claims = ["exp", "nbf", "iat", "iss", "aud", "sub", "jti", "claim"]
    let documents = ["request", "response", "identify"]
    return [
      "ClaimFailure.missing": claims + ["typ"],
      "ClaimFailure.wrong-type": claims,
      "ClaimFailure.out-of-range": ["exp", "nbf", "iat", "claim"],
      "ClaimFailure.milliseconds": ["exp", "nbf", "iat", "claim"],
      "DocumentError.missing-member": documents,
      "DocumentError.wrong-type": documents,
      "DocumentError.empty-member": documents,
      "DocumentError.several-organizations": ["request"],
      "DocumentError.not-an-envelope": ["response"],
      "DocumentError.unexpected-status": ["response"],
    ]
  }()

  /// Every code that a `var code` or `var codes` of the libraries can return.
  ///
  /// A code put together from a prefix that is not listed above comes back as it stands in the
  /// source, and so is missing from the catalogue.
  static func codes() throws -> Set<String> {
    var codes: Set<String> = []
    for file in try files() {
      let stem = file.path.split(separator: "/").last.map { String($0.dropLast(6)) } ?? ""
      for literal in literals(ofCodesIn: file.lines) {
        if literal.hasPrefix(".") {
          let name = stem + literal
          codes.formUnion(prefixes[name]?.map { $0 + literal } ?? [name])
        } else if literal.contains(".") {
          codes.insert(literal)
        }
      }
    }
    return codes
  }

  private static func literals(ofCodesIn lines: [Substring]) -> [String] {
    var literals: [String] = []
    var indentation: Int?
    for line in lines {
      let blanks = line.prefix { $0 == " " }.count
      if line.contains("var code: String {") || line.contains("var codes: [String] {") {
        indentation = blanks
      }
      guard let start = indentation else { continue }
      literals += line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      if blanks == start, line.hasSuffix("}") { indentation = nil }
    }
    return literals
  }
}
