import JWTValidation
import StrictCoding
import TokenDiagnosis
import Velt

/// Finds the bytes of a token that findings are about.
struct SpanFinder {
  let inspection: Inspection
  /// Where the parts start in the token, in the order of the parts.
  private let starts: [Int]
  private let end: Int

  init(_ token: [UInt8], _ inspection: Inspection) {
    self.inspection = inspection
    end = token.count
    var starts = [0]
    while starts.count < 3,
      let dot = token.span.firstOffset(of: UInt8(ascii: "."), from: starts[starts.count - 1])
    {
      starts.append(dot + 1)
    }
    self.starts = starts
  }

  /// The bytes that a finding about any JWT is about; `nil` for what is missing or concerns the
  /// whole token.
  func span(of finding: Finding) -> TokenSpan? {
    switch finding {
    case .token(.encoding(let segment, let error)):
      make(segment, isDecoded: false, error.offset, 1)
    case .token(.json(let segment, let error)): make(segment, isDecoded: true, error.offset, 1)
    case .token, .signature: nil
    case .header(let error): parameter(error.parameter)
    case .key: finding.claim.flatMap(parameter)
    case .claim(let failure): failure.claim == "typ" ? parameter("typ") : claim(failure.claim)
    case .observation(.unsecured), .observation(.unknownAlgorithm): parameter("alg")
    case .observation(.keyInHeader(let name)): parameter(name)
    case .observation(let observation): observation.claim.flatMap(claim)
    }
  }

  /// The bytes that a finding about a requested token is about, one span for each place.
  ///
  /// - Parameter rows: the comparisons, whose rows know where the values stand.
  func spans(of finding: VeltFinding, rows: [MatchRow]) -> [TokenSpan] {
    switch finding {
    case .validation(let finding): return [span(of: finding)].compactMap(\.self)
    case .window(let finding): return [finding.claim.flatMap(claim)].compactMap(\.self)
    case .claim(.wrongType(_, let pointer, _, _)): return [value(pointer)].compactMap(\.self)
    case .claim(.ambiguous(_, let pointers)), .request(.adminNotRequested(let pointers)),
      .request(.emailNotRequested(let pointers)):
      return pointers.compactMap(value)
    case .request, .identify:
      return rows.first { $0.findings.contains(finding) }?.places.compactMap { value($0.pointer) }
        ?? []
    case .mistake, .signatureNotChecked: return []
    }
  }

  /// The bytes that a finding of a lint is about, one span for each place.
  func spans(of finding: LintFinding) -> [TokenSpan] {
    finding.places.compactMap { place in
      switch place.segment {
      case .header: span(.header, inspection.header?.parameters[place.pointer])
      case .payload: value(place.pointer)
      case .signature: nil
      }
    }
  }

  /// The bytes that the cause of a refused signature is about; `nil` for what lies in the key or in
  /// the whole of a part.
  func span(of cause: DiagnosisCause) -> TokenSpan? {
    switch cause {
    case .otherAlgorithm, .algorithmReplaced, .algorithmNotAccepted: parameter("alg")
    case .keyIDOfOtherKey, .keyIDUnknown: parameter("kid")
    case .memberAdded(.header, let name), .valueChanged(.header, let name): parameter(name)
    case .memberAdded(_, let name), .valueChanged(_, let name): claim(name)
    case .characterChanged(let segment, let offset), .letterCase(let segment, let offset),
      .characterExtra(let segment, let offset):
      make(segment, isDecoded: false, offset, 1)
    case .charactersSwapped(let segment, let offset): make(segment, isDecoded: false, offset, 2)
    case .characterMissing(let segment, let offset): make(segment, isDecoded: false, offset, 0)
    case .startMissing: make(.header, isDecoded: false, 0, 0)
    case .endMissing: signatureEnd(0)
    case .endExtra(let count): signatureEnd(count)
    default: nil
    }
  }

  /// The last characters of a token with three parts.
  private func signatureEnd(_ length: Int) -> TokenSpan? {
    guard starts.count == 3, end - length >= starts[2] else { return nil }
    return make(.signature, isDecoded: false, end - length - starts[2], length)
  }

  private func make(
    _ segment: TokenSegment, isDecoded: Bool, _ offset: Int, _ length: Int
  ) -> TokenSpan? {
    let index =
      switch segment {
      case .header: 0
      case .payload: 1
      case .signature: 2
      }
    guard starts.indices.contains(index) else { return nil }
    let isBase64 = segment != .payload || inspection.header?.isPayloadEncoded != false
    return TokenSpan(
      segment, isDecoded: isDecoded, isBase64: isBase64, offset: offset, length: length,
      start: starts[index])
  }

  private func span(_ segment: TokenSegment, _ value: JSONValue?) -> TokenSpan? {
    value.flatMap { make(segment, isDecoded: true, $0.range.lowerBound, $0.range.count) }
  }

  private func parameter(_ name: String) -> TokenSpan? {
    span(.header, inspection.header?.parameters[name])
  }

  private func claim(_ name: String) -> TokenSpan? { span(.payload, inspection.claims?[name]) }

  private func value(_ pointer: JSONPointer) -> TokenSpan? {
    span(.payload, inspection.claims?[pointer])
  }
}
