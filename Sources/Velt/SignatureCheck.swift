import JOSE
import JWTValidation

/// What can be said about who made a token.
struct SignatureCheck {
  enum Result {
    case valid(VerifiedPayload)
    case invalid
    case notChecked
  }

  let result: Result
  let findings: [VeltFinding]

  /// Checks the signature of a token that has been inspected.
  init(_ token: [UInt8], _ inspection: Inspection, verifier: JWSVerifier?, isRequired: Bool) {
    let observations = inspection.findings.filter(\.isAboutHeader).map {
      VeltFinding.validation($0)
    }
    let header = inspection.findings.filter(\.isHeaderRule).map { VeltFinding.validation($0) }
    guard let verifier else {
      result = .notChecked
      findings =
        header + Self.refusalsWithoutKey(token, inspection).map { .validation($0) } + observations
        + [.signatureNotChecked(isRequired: isRequired)]
      return
    }
    // A JWT has stricter rules than the JWS that the verifier knows: RFC 7797 §7 forbids `b64`.
    guard header.isEmpty else {
      result = .notChecked
      findings = header + observations
      return
    }
    do {
      result = .valid(try verifier.verify(token))
      findings = observations
    } catch {
      if case .signature = error { result = .invalid } else { result = .notChecked }
      findings = error.findings.map { .validation($0) } + observations
    }
  }

  /// What no key could cure besides a broken header: no algorithm, no signature.
  private static func refusalsWithoutKey(
    _ token: [UInt8], _ inspection: Inspection
  ) -> [Finding] {
    if inspection.header?.isUnsecured == true { return [.key(.unsecured)] }
    return token.last == UInt8(ascii: ".") ? [.signature(.missing)] : []
  }
}

extension Finding {
  /// A rule of the header that is broken.
  fileprivate var isHeaderRule: Bool {
    if case .header = self { true } else { false }
  }

  /// What an inspection sees in the header and a verification may not mention.
  fileprivate var isAboutHeader: Bool {
    switch self {
    case .observation(.unknownAlgorithm), .observation(.keyInHeader): true
    default: false
    }
  }
}
