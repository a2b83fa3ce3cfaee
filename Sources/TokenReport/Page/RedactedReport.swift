import JOSE
import JWTValidation
import StrictCoding
import Velt

/// A report without any value of the token: names, types, times and codes only.
enum RedactedReport {
  /// Times and the names of algorithms are what a ticket is about, and say nothing about a person.
  private static let shownNames = ["alg", "typ", "cty", "crit", "iat", "exp", "nbf"]

  static func tree(_ report: Report) -> JSONTree {
    guard case .object(let members) = report.json else { return .null }
    return .object(
      members.compactMap { name, value in
        switch Array(name.utf8) {
        case Array("header".utf8): (name, report.header.map(redacted) ?? .null)
        case Array("claims".utf8): (name, report.claims.map(redacted) ?? .null)
        case Array("findings".utf8): (name, .array(report.findings.map(finding)))
        case Array("comparisons".utf8):
          (name, .object(report.comparisons.map { JSONReport.comparison($0, value: kind) }))
        case Array("notes".utf8), Array("key".utf8): nil
        default: (name, value)
        }
      })
  }

  /// The sentence of a finding may hold a value; its title in the catalogue holds none.
  private static func finding(_ finding: ReportedFinding) -> JSONTree {
    .members([
      ("code", .string(finding.code)),
      ("severity", .string(finding.severity.rawValue)),
      ("message", .string(CodeCatalog.explanation(of: finding.code)?.title ?? finding.code)),
    ])
  }

  private static func kind(_ value: ClaimValue) -> JSONTree {
    .string("<\(value.kind.rawValue)>")
  }

  private static func redacted(_ object: JSONObject) -> JSONTree {
    .object(object.map { ($0.name, redacted($0.value, isShown: isShown($0))) })
  }

  private static func isShown(_ member: JSONObject.Element) -> Bool {
    shownNames.contains { member.isNamed($0) }
  }

  private static func redacted(_ value: JSONValue, isShown: Bool) -> JSONTree {
    if isShown { return .received(value) }
    if let object = value.object { return redacted(object) }
    return .string("<\(value.kind.rawValue)>")
  }
}
