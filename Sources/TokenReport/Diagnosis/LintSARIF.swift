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
  package func sarif(version: String, file: String?) -> JSONTree {
    var codes: [String] = []
    for finding in findings where !codes.contains(finding.code) { codes.append(finding.code) }
    let driver: JSONTree = [
      "name": "jwtcheck",
      "version": .string(version),
      "rules": .array(codes.map { rule($0) }),
    ]
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": ["driver": driver],
          "columnKind": "utf16CodeUnits",
          "results": .array(findings.map { result($0, codes, file) }),
        ]
      ],
    ]
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

  private func result(_ finding: LintFinding, _ codes: [String], _ file: String?) -> JSONTree {
    let text = finding.message + (finding.hint.map { "; \($0)" } ?? "")
    let logical = finding.place.map { place -> JSONTree in
      let name = place.segment.rawValue + place.pointer.description
      return [["fullyQualifiedName": .string(name), "kind": "member"]]
    }
    let location = JSONTree.members([
      ("physicalLocation", file.map { ["artifactLocation": ["uri": .string(Self.uri($0))]] }),
      ("logicalLocations", logical),
    ])
    return .members([
      ("ruleId", .string(finding.code)),
      ("ruleIndex", codes.firstIndex(of: finding.code).map { .integer(Int64($0)) }),
      ("level", .string(finding.severity.rawValue)),
      ("message", ["text": .string(text)]),
      ("locations", file == nil && logical == nil ? nil : [location]),
    ])
  }

  /// A path as a URI reference (RFC 3986 §4.1): what cannot stand in one is written with percent signs.
  private static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = path.utf8.first == UInt8(ascii: "/") ? Array("file://".utf8) : []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        text.append(byte)
      default: text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
