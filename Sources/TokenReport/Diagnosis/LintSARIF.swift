import JWTValidation
package import StrictCoding
import TokenDiagnosis

extension LintReport {
  /// The findings as a log of the Static Analysis Results Interchange Format 2.1.0, which code hosts
  /// and editors read.
  ///
  /// - Parameters:
  ///   - version: that of the tool.
  ///   - file: where the token was read from; `nil` if it was in no file.
  package func sarif(version: String, file: TokenFile?) -> JSONTree {
    var codes: [String] = []
    for finding in findings where !codes.contains(finding.code) { codes.append(finding.code) }
    let driver: JSONTree = [
      "name": "jwtcheck",
      "version": .string(version),
      "rules": .array(codes.map { rule($0) }),
    ]
    let results = zip(findings, reported).map { result($0, $1, codes, file) }
    let run = JSONTree.members([
      ("tool", ["driver": driver]),
      ("columnKind", "utf16CodeUnits"),
      ("invocations", failure.map { [invocation($0, file)] }),
      ("results", .array(results)),
    ])
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [run],
    ]
  }

  /// A run without results would read like a clean token; this says that nobody looked.
  private func invocation(_ failure: ReportedFinding, _ file: TokenFile?) -> JSONTree {
    let notification = JSONTree.members([
      ("descriptor", ["id": .string(failure.code)]),
      ("level", "error"),
      ("message", ["text": .string(Self.text(failure))]),
      ("locations", file.map { [["physicalLocation": $0.sarif(failure.spans.first)]] }),
    ])
    return ["executionSuccessful": false, "toolExecutionNotifications": [notification]]
  }

  private func rule(_ code: String) -> JSONTree {
    let explanation = CodeCatalog.explanation(of: code)
    return .members([
      ("id", .string(code)),
      ("shortDescription", explanation.map { ["text": .string($0.title)] }),
      ("fullDescription", explanation.map { ["text": .string("\($0.meaning) \($0.reason)")] }),
      ("help", explanation.map { ["text": .string($0.remedy)] }),
    ])
  }

  private static func text(_ finding: ReportedFinding) -> String {
    finding.message + (finding.hint.map { "; \($0)" } ?? "")
  }

  private func result(
    _ finding: LintFinding, _ reported: ReportedFinding, _ codes: [String], _ file: TokenFile?
  ) -> JSONTree {
    let logical = finding.places.first.map { place -> JSONTree in
      let name = place.segment.rawValue + place.pointer.description
      return [["fullyQualifiedName": .string(name), "kind": "member"]]
    }
    let location = JSONTree.members([
      ("physicalLocation", file.map { $0.sarif(reported.spans.first) }),
      ("logicalLocations", logical),
    ])
    return .members([
      ("ruleId", .string(finding.code)),
      ("ruleIndex", codes.firstIndex(of: finding.code).map { .integer(Int64($0)) }),
      ("level", .string(finding.severity.rawValue)),
      ("message", ["text": .string(Self.text(reported))]),
      ("locations", file == nil && logical == nil ? nil : [location]),
      (
        "relatedLocations",
        file.flatMap { file in
          let others = reported.spans.dropFirst().map { span -> JSONTree in
            ["physicalLocation": file.sarif(span)]
          }
          return others.isEmpty ? nil : .array(others)
        }
      ),
    ])
  }
}
