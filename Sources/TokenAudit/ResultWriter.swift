import JOSE
import StrictCoding
import Velt

/// Writes results, as JSON or as columns.
///
/// A class, because an auditor that changes must not copy it for every token; and each auditor has
/// its own, since to count references to what threads share makes them wait.
final class ResultWriter: Sendable {
  /// Where a token stood.
  struct Place {
    var file: Int?
    var line: Int
    var column: Int?
  }

  /// What a result says of a token besides the judgement.
  struct Facts {
    /// `,"alg":"…","kid":"…"`, or two columns.
    var header: [UInt8]
    /// As a JSON string; empty if there is none.
    var issuer: [UInt8]
    var digest: UInt64?
  }

  let settings: AuditSettings
  private let fileNames: [[UInt8]]
  private let verdicts: [[UInt8]]

  init(_ settings: AuditSettings) {
    self.settings = settings
    fileNames = settings.fileNames.map { ShownJSON.string(Array($0.utf8)) }
    verdicts = AuditVerdict.allCases.map { verdict in
      settings.output == .columns
        ? Array(verdict.rawValue.utf8)
        : Array("\"verdict\":\"\(verdict.rawValue)\",\"codes\":[".utf8)
    }
  }

  /// Adds one result without an end of line.
  func write(
    _ judgement: borrowing Judgement, _ facts: borrowing Facts, at place: Place,
    id: Span<UInt8>?, to output: inout [UInt8]
  ) {
    switch settings.output {
    case .none: break
    case .objects: writeObject(judgement, facts, place, id, to: &output)
    case .columns: writeColumns(judgement, facts, place, id, to: &output)
    }
  }

  private func writeObject(
    _ judgement: borrowing Judgement, _ facts: borrowing Facts, _ place: Place,
    _ id: Span<UInt8>?, to output: inout [UInt8]
  ) {
    let comma = UInt8(ascii: ",")
    output.append(UInt8(ascii: "{"))
    if let file = place.file {
      output += fileName
      output += fileNames[file]
      output.append(comma)
    }
    output.append(addingCapacity: 2 * OutputSpan<UInt8>.numberRoom + 20) { output in
      if settings.showsLine {
        output.append(bytes: lineName.span)
        output.append(decimal: Int64(place.line))
        output.append(comma)
      }
      if let column = place.column {
        output.append(bytes: columnName.span)
        output.append(decimal: Int64(column))
        output.append(comma)
      }
    }
    if let id {
      output += idName
      output += ShownJSON.string(id.copied())
      output.append(comma)
    }
    output.append(contentsOf: verdicts[judgement.verdict.position])
    if !judgement.codes.isEmpty { Self.write(judgement.codes, to: &output) }
    output.append(UInt8(ascii: "]"))
    if settings.lint != nil {
      output += lintName
      Self.write(judgement.lintCodes, to: &output)
      output.append(UInt8(ascii: "]"))
    }
    if let code = judgement.veltCode {
      output += veltCodeName
      output += code.rawValue.utf8
      output.append(UInt8(ascii: "\""))
    }
    output.append(contentsOf: facts.header)
    if !facts.issuer.isEmpty {
      output += issuerName
      output.append(contentsOf: facts.issuer)
    }
    output.append(addingCapacity: OutputSpan<UInt8>.numberRoom + 40) { output in
      if let expiration = judgement.claims?.expiration {
        output.append(bytes: expirationName.span)
        output.append(decimal: expiration.seconds)
      }
      if let digest = facts.digest {
        output.append(bytes: digestName.span)
        output.append(hexadecimal: digest)
        output.append(UInt8(ascii: "\""))
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  private func writeColumns(
    _ judgement: borrowing Judgement, _ facts: borrowing Facts, _ place: Place,
    _ id: Span<UInt8>?, to output: inout [UInt8]
  ) {
    let tab = UInt8(ascii: "\t")
    if let file = place.file { output += fileNames[file].dropFirst().dropLast() }
    output.append(addingCapacity: 2 * OutputSpan<UInt8>.numberRoom + 10) { output in
      output.append(tab)
      if settings.showsLine { output.append(decimal: Int64(place.line)) }
      output.append(tab)
      if let column = place.column { output.append(decimal: Int64(column)) }
      output.append(tab)
    }
    if let id { output += ShownJSON.string(id.copied()).dropFirst().dropLast() }
    output.append(tab)
    output.append(contentsOf: verdicts[judgement.verdict.position])
    output.append(tab)
    output += judgement.codes.joined(separator: ",").utf8
    output.append(tab)
    output += judgement.lintCodes.joined(separator: ",").utf8
    output.append(contentsOf: facts.header)
    output.append(tab)
    output += facts.issuer.dropFirst().dropLast()
    output.append(addingCapacity: OutputSpan<UInt8>.numberRoom + 18) { output in
      output.append(tab)
      if let expiration = judgement.claims?.expiration {
        output.append(decimal: expiration.seconds)
      }
      output.append(tab)
      if let digest = facts.digest { output.append(hexadecimal: digest) }
    }
    if settings.showsVeltCode {
      output.append(tab)
      if let code = judgement.veltCode { output += code.rawValue.utf8 }
    }
  }

  private static func write(_ codes: [String], to output: inout [UInt8]) {
    for (index, code) in codes.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      output.append(UInt8(ascii: "\""))
      output.append(contentsOf: code.utf8)
      output.append(UInt8(ascii: "\""))
    }
  }

  private let fileName = Array("\"file\":".utf8)
  private let idName = Array("\"id\":".utf8)
  private let lintName = Array(",\"lint\":[".utf8)
  private let veltCodeName = Array(",\"veltCode\":\"".utf8)
  private let issuerName = Array(",\"iss\":".utf8)
  // Without a reference, which would be counted for every token.
  private let lineName: InlineArray<7, UInt8> = bytes("\"line\":")
  private let columnName: InlineArray<9, UInt8> = bytes("\"column\":")
  private let expirationName: InlineArray<7, UInt8> = bytes(",\"exp\":")
  private let digestName: InlineArray<11, UInt8> = bytes(",\"digest\":\"")

  private static func bytes<let count: Int>(_ text: String) -> InlineArray<count, UInt8> {
    let bytes = Array(text.utf8)
    return InlineArray { bytes[$0] }
  }
}

extension AuditVerdict {
  /// The position among all verdicts.
  var position: Int {
    switch self {
    case .verified: 0
    case .matched: 1
    case .decoded: 2
    case .rejected: 3
    }
  }
}
