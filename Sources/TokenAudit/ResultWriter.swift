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

  let settings: AuditSettings
  private let fileNames: [[UInt8]]

  init(_ settings: AuditSettings) {
    self.settings = settings
    fileNames = settings.fileNames.map { ShownJSON.string(Array($0.utf8)) }
  }

  /// Adds one result without an end of line.
  ///
  /// - Parameters:
  ///   - header: `,"alg":"…","kid":"…"`, or two columns.
  ///   - issuer: as a JSON string; empty if there is none.
  func write(
    _ judgement: borrowing Judgement, header: Span<UInt8>, issuer: Span<UInt8>, digest: UInt64?,
    at place: Place, id: Span<UInt8>?, to output: inout [UInt8]
  ) {
    var room = Self.fixedRoom + header.count + issuer.count
    room += Self.room(for: judgement.codes) + Self.room(for: judgement.lintCodes)
    if let code = judgement.veltCode { room += code.rawValue.utf8.count }
    if let file = place.file { room += fileNames[file].count }
    var shownID: [UInt8]?
    if let id {
      let shown = ShownJSON.string(id.copied())
      room += shown.count
      shownID = shown
    }
    // In one go: an array that grows piece by piece is asked at each one whether it is shared.
    output.append(addingCapacity: room) { output in
      switch settings.output {
      case .none: break
      case .objects: writeObject(judgement, header, issuer, digest, place, shownID, to: &output)
      case .columns: writeColumns(judgement, header, issuer, digest, place, shownID, to: &output)
      }
    }
  }

  /// Room for the names of all members, the verdict, three numbers and the digest.
  private static let fixedRoom = 200 + 3 * OutputSpan<UInt8>.numberRoom

  private static func room(for codes: [String]) -> Int {
    var room = 0
    for code in codes { room += code.utf8.count + 3 }
    return room
  }

  private func writeObject(
    _ judgement: borrowing Judgement, _ header: Span<UInt8>, _ issuer: Span<UInt8>,
    _ digest: UInt64?, _ place: Place, _ id: [UInt8]?, to output: inout OutputSpan<UInt8>
  ) {
    let comma = UInt8(ascii: ",")
    output.append(UInt8(ascii: "{"))
    if let file = place.file {
      output.append(bytes: fileName.span)
      let name = fileNames[file]
      output.append(bytes: name.span)
      output.append(comma)
    }
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
    if let id {
      output.append(bytes: idName.span)
      output.append(bytes: id.span)
      output.append(comma)
    }
    output.append(bytes: judgement.verdict.member.utf8.span)
    Self.write(judgement.codes, to: &output)
    output.append(UInt8(ascii: "]"))
    if settings.lint != nil {
      output.append(bytes: lintName.span)
      Self.write(judgement.lintCodes, to: &output)
      output.append(UInt8(ascii: "]"))
    }
    if let code = judgement.veltCode {
      output.append(bytes: veltCodeName.span)
      output.append(bytes: code.rawValue.utf8.span)
      output.append(UInt8(ascii: "\""))
    }
    output.append(bytes: header)
    if !issuer.isEmpty {
      output.append(bytes: issuerName.span)
      output.append(bytes: issuer)
    }
    if let expiration = judgement.claims?.expiration {
      output.append(bytes: expirationName.span)
      output.append(decimal: expiration.seconds)
    }
    if let digest {
      output.append(bytes: digestName.span)
      output.append(hexadecimal: digest)
      output.append(UInt8(ascii: "\""))
    }
    output.append(UInt8(ascii: "}"))
  }

  private func writeColumns(
    _ judgement: borrowing Judgement, _ header: Span<UInt8>, _ issuer: Span<UInt8>,
    _ digest: UInt64?, _ place: Place, _ id: [UInt8]?, to output: inout OutputSpan<UInt8>
  ) {
    let tab = UInt8(ascii: "\t")
    if let file = place.file {
      let name = fileNames[file]
      output.append(unquoted: name.span)
    }
    output.append(tab)
    if settings.showsLine { output.append(decimal: Int64(place.line)) }
    output.append(tab)
    if let column = place.column { output.append(decimal: Int64(column)) }
    output.append(tab)
    if let id { output.append(unquoted: id.span) }
    output.append(tab)
    output.append(bytes: judgement.verdict.rawValue.utf8.span)
    output.append(tab)
    output.append(bytes: judgement.codes.joined(separator: ",").utf8.span)
    output.append(tab)
    output.append(bytes: judgement.lintCodes.joined(separator: ",").utf8.span)
    output.append(bytes: header)
    output.append(tab)
    output.append(unquoted: issuer)
    output.append(tab)
    if let expiration = judgement.claims?.expiration {
      output.append(decimal: expiration.seconds)
    }
    output.append(tab)
    if let digest { output.append(hexadecimal: digest) }
    if settings.showsVeltCode {
      output.append(tab)
      if let code = judgement.veltCode { output.append(bytes: code.rawValue.utf8.span) }
    }
  }

  private static func write(_ codes: [String], to output: inout OutputSpan<UInt8>) {
    for (index, code) in codes.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      output.append(UInt8(ascii: "\""))
      output.append(bytes: code.utf8.span)
      output.append(UInt8(ascii: "\""))
    }
  }

  // Without a reference, which would be counted for every token.
  private let fileName: InlineArray<7, UInt8> = bytes("\"file\":")
  private let lineName: InlineArray<7, UInt8> = bytes("\"line\":")
  private let columnName: InlineArray<9, UInt8> = bytes("\"column\":")
  private let idName: InlineArray<5, UInt8> = bytes("\"id\":")
  private let lintName: InlineArray<9, UInt8> = bytes(",\"lint\":[")
  private let veltCodeName: InlineArray<13, UInt8> = bytes(",\"veltCode\":\"")
  private let issuerName: InlineArray<7, UInt8> = bytes(",\"iss\":")
  private let expirationName: InlineArray<7, UInt8> = bytes(",\"exp\":")
  private let digestName: InlineArray<11, UInt8> = bytes(",\"digest\":\"")

  private static func bytes<let count: Int>(_ text: String) -> InlineArray<count, UInt8> {
    let bytes = Array(text.utf8)
    return InlineArray { bytes[$0] }
  }
}

extension OutputSpan<UInt8> {
  /// Adds what stands between the quotation marks of a JSON string, or nothing for no bytes.
  fileprivate mutating func append(unquoted text: Span<UInt8>) {
    if text.count >= 2 { append(bytes: text.extracting(1..<text.count - 1)) }
  }
}

extension AuditVerdict {
  /// The member of a result, and the beginning of the next.
  fileprivate var member: String {
    switch self {
    case .verified: #""verdict":"verified","codes":["#
    case .matched: #""verdict":"matched","codes":["#
    case .decoded: #""verdict":"decoded","codes":["#
    case .rejected: #""verdict":"rejected","codes":["#
    }
  }

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
