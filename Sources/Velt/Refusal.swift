import JWTValidation

/// A token that must not be used, with every reason.
public struct Refusal: Equatable, Sendable {
  /// What was looked at; at least one of its findings is an error.
  public let record: TokenCheckRecord

  /// The gravest reason in the words of the service's own `verifyToken`.
  public var verifyTokenCode: VerifyTokenCode {
    let codes = record.findings.filter { $0.severity == .error }.map(\.verifyTokenCode)
    return VerifyTokenCode.byGravity.first(where: codes.contains) ?? .verificationFailed
  }
}

extension Refusal: CustomStringConvertible {
  /// The codes of all errors, which is what a log needs.
  public var description: String {
    record.findings.filter { $0.severity == .error }.map(\.code).joined(separator: ", ")
  }
}
