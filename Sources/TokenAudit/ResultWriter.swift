import JOSE
import JWTValidation
import StrictCoding

/// Writes results, as JSON or as columns.
///
/// A class, because an auditor that changes must not copy it for every token.
final class ResultWriter: Sendable {
  /// Where a token stood.
  struct Place {
    var file: Int?
    var line: Int
    var column: Int?
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
    _ judgement: Judgement, header: [UInt8], issuer: [UInt8],
    at place: Place, id: Span<UInt8>?, digest: UInt64?, to output: inout [UInt8]
  ) {
    switch settings.output {
    case .none: break
    case .objects:
      output.append(UInt8(ascii: "{"))
      write(place, to: &output)
      if let id {
        output.append(contentsOf: idName)
        output.append(contentsOf: ShownJSON.string(id.copied()))
        output.append(UInt8(ascii: ","))
      }
      output.append(contentsOf: verdicts[judgement.verdict.position])
      if !judgement.codes.isEmpty { Self.write(judgement.codes, to: &output) }
      output.append(UInt8(ascii: "]"))
      if settings.lint != nil {
        output.append(contentsOf: lintName)
        Self.write(judgement.lintCodes, to: &output)
        output.append(UInt8(ascii: "]"))
      }
      output.append(contentsOf: header)
      if !issuer.isEmpty {
        output.append(contentsOf: issuerName)
        output.append(contentsOf: issuer)
      }
      if let expiration = judgement.claims?.expiration {
        output.append(contentsOf: expirationName)
        Decimal.append(expiration.seconds, to: &output)
      }
      if let digest {
        output.append(contentsOf: digestName)
        Hexadecimal.append(digest, to: &output)
        output.append(UInt8(ascii: "\""))
      }
      output.append(UInt8(ascii: "}"))
    case .columns:
      if let file = place.file { output += fileNames[file].dropFirst().dropLast() }
      output.append(Self.tab)
      if settings.showsLine { Decimal.append(Int64(place.line), to: &output) }
      output.append(Self.tab)
      if let column = place.column { Decimal.append(Int64(column), to: &output) }
      output.append(Self.tab)
      if let id { output += ShownJSON.string(id.copied()).dropFirst().dropLast() }
      output.append(Self.tab)
      output.append(contentsOf: verdicts[judgement.verdict.position])
      output.append(Self.tab)
      output += judgement.codes.joined(separator: ",").utf8
      output.append(Self.tab)
      output += judgement.lintCodes.joined(separator: ",").utf8
      output.append(contentsOf: header)
      output.append(Self.tab)
      output += issuer.dropFirst().dropLast()
      output.append(Self.tab)
      if let expiration = judgement.claims?.expiration {
        Decimal.append(expiration.seconds, to: &output)
      }
      output.append(Self.tab)
      if let digest { Hexadecimal.append(digest, to: &output) }
    }
  }

  private func write(_ place: Place, to output: inout [UInt8]) {
    if let file = place.file {
      output.append(contentsOf: fileName)
      output.append(contentsOf: fileNames[file])
      output.append(UInt8(ascii: ","))
    }
    if settings.showsLine {
      output.append(contentsOf: lineName)
      Decimal.append(Int64(place.line), to: &output)
      output.append(UInt8(ascii: ","))
    }
    if let column = place.column {
      output.append(contentsOf: columnName)
      Decimal.append(Int64(column), to: &output)
      output.append(UInt8(ascii: ","))
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

  private static let tab = UInt8(ascii: "\t")
  // Each writer has its own: to count references to what threads share makes them wait.
  private let fileName = Array("\"file\":".utf8)
  private let lineName = Array("\"line\":".utf8)
  private let columnName = Array("\"column\":".utf8)
  private let idName = Array("\"id\":".utf8)
  private let lintName = Array(",\"lint\":[".utf8)
  private let issuerName = Array(",\"iss\":".utf8)
  private let expirationName = Array(",\"exp\":".utf8)
  private let digestName = Array(",\"digest\":\"".utf8)
}

extension AuditVerdict {
  /// The position among all verdicts.
  var position: Int {
    switch self {
    case .verified: 0
    case .decoded: 1
    case .rejected: 2
    }
  }
}

/// Numbers as decimal digits.
enum Decimal {
  static func append(_ value: Int64, to output: inout [UInt8]) {
    if value < 0 { output.append(UInt8(ascii: "-")) }
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var start = 20
    var rest = value.magnitude
    repeat {
      start -= 1
      digits[start] = UInt8(truncatingIfNeeded: rest % 10) + UInt8(ascii: "0")
      rest /= 10
    } while rest > 0
    for index in start..<20 { output.append(digits[index]) }
  }
}

/// Sixteen hexadecimal digits.
enum Hexadecimal {
  /// The bytes of a number in the order in which they lie in memory.
  static func append(_ value: UInt64, to output: inout [UInt8]) {
    var rest = UInt64(bigEndian: value)
    for _ in 0..<16 {
      let digit = UInt8(truncatingIfNeeded: rest >> 60)
      output.append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
      rest <<= 4
    }
  }
}
