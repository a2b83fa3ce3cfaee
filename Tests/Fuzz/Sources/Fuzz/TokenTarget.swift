import Foundation
import JWTValidation

/// An inspection describes the text it was given, and never anything else.
func fuzzToken(_ text: [UInt8]) {
  let inspection = Inspection(of: text)
  let again = Inspection(of: text)
  require(inspection.findings == again.findings, "an inspection can be repeated")
  require(inspection.form == again.form, "a form can be repeated")
  let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  // Dots inside a JSON text separate nothing.
  let isCompact = !text.isEmpty && text[0] != UInt8(ascii: "{")
  require((inspection.form == .jws) == (isCompact && parts.count == 3), "three parts")
  // Two tokens with a blank between them have as many.
  let hasWhiteSpace = text.contains { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  require(
    (inspection.form == .jwe) == (isCompact && parts.count == 5 && !hasWhiteSpace), "five parts")
  for finding in inspection.findings { requireInside(finding, parts.map(Array.init)) }

  if inspection.form == .jws {
    if let payload = inspection.payload {
      let isEncoded = inspection.header?.isPayloadEncoded ?? true
      let part = isEncoded ? Base64URL.encode(payload.span) : payload
      require(part == Array(parts[1]), "the payload is the second part")
    }
    if let count = inspection.signatureByteCount {
      require(count == Base64URL.decodedCount(ofEncodedCount: parts[2].count), "the signature")
    }
  }
  let isReadable = !inspection.findings.contains { if case .token = $0 { true } else { false } }
  if isReadable {
    require(inspection.header != nil && inspection.claims != nil, "nothing wrong, all there")
  }
  if let header = inspection.header { requireConsistent(header) }

  // A time only adds findings.
  let timed = Inspection(of: text, at: NumericDate(seconds: 1_767_229_200)).findings
  require(inspection.findings.allSatisfy(timed.contains), "a time hides nothing")
}

/// The offset of an error lies in the part that it is about.
private func requireInside(_ finding: Finding, _ parts: [[UInt8]]) {
  guard case .token(let error) = finding else {
    switch finding {
    case .header, .observation: return
    default: return require(false, "an inspection decides nothing: \(finding.code)")
    }
  }
  switch error {
  case .encoding(let segment, let error):
    require(error.offset >= 0 && error.offset <= part(segment, parts).count, "an offset")
  case .json(let segment, let error):
    // An unencoded payload (RFC 7797) is as long as its part, an encoded one is shorter.
    require(error.offset >= 0 && error.offset <= part(segment, parts).count, "an offset in JSON")
  default: break
  }
}

private func part(_ segment: TokenSegment, _ parts: [[UInt8]]) -> [UInt8] {
  switch segment {
  case .header: parts[0]
  case .payload: parts[1]
  case .signature: parts[2]
  }
}

private func requireConsistent(_ header: JOSEHeader) {
  if let algorithm = header.algorithm {
    require(header.parameters["alg"]?.isString(algorithm.name) == true, "alg says its name")
    require(!header.isUnsecured, "an algorithm is not none")
  }
  if header.isUnsecured { require(header.algorithm == nil, "none is no algorithm") }
  if header.parameters["alg"] == nil {
    require(header.violations.contains(.algorithmMissing), "a header without alg breaks a rule")
  }
  if header.parameters["crit"] != nil, header.violations.isEmpty {
    // The one extension that is understood.
    let names = header.parameters["crit"]?.array?.compactMap(\.string)
    require(names == ["b64"], "only b64 may be critical")
    require(header.parameters["b64"]?.boolean != nil, "what is critical is there")
  }
}
