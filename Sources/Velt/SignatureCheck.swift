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
    guard let verifier else {
      result = .notChecked
      findings =
        Self.refusalsWithoutKey(token, inspection).map { .validation($0) } + observations
        + [.signatureNotChecked(isRequired: isRequired)]
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

  /// What no key could cure: a broken header, no algorithm, no signature.
  private static func refusalsWithoutKey(
    _ token: [UInt8], _ inspection: Inspection
  ) -> [Finding] {
    var findings = inspection.findings.filter { if case .header = $0 { true } else { false } }
    if inspection.header?.isUnsecured == true {
      findings.append(.key(.unsecured))
    } else if token.last == UInt8(ascii: ".") {
      findings.append(.signature(.missing))
    }
    return findings
  }
}

extension Finding {
  /// What an inspection sees in the header and a verification may not mention.
  fileprivate var isAboutHeader: Bool {
    switch self {
    case .observation(.unknownAlgorithm), .observation(.keyInHeader): true
    default: false
    }
  }
}
