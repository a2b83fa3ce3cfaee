public import JWTValidation

/// Why a request is refused, and how to answer it.
///
/// The answer says as little as RFC 6750 asks for; what is behind it is for the log. Neither holds
/// any part of the token.
public struct Rejection: Error, Equatable, Sendable {
  /// Which of a few reasons, for metrics.
  public let reason: Reason
  /// What exactly is wrong with the token, where that is the reason; for logs, not for the answer.
  public let failure: VerificationFailure?
  /// What exactly is wrong with the DPoP proof, where that is the reason; for logs.
  public let proofFailure: DPoPFailure?
  /// The value of the header field `WWW-Authenticate` (RFC 6750 §3); `nil` where none belongs,
  /// because another token would not help.
  public let wwwAuthenticate: String?

  /// The header fields of the answer: `WWW-Authenticate`, or none where none belongs.
  public var headerFields: [(String, String)] {
    wwwAuthenticate.map { [("WWW-Authenticate", $0)] } ?? []
  }

  init(
    reason: Reason, failure: VerificationFailure?, proofFailure: DPoPFailure? = nil,
    wwwAuthenticate: String?
  ) {
    self.reason = reason
    self.failure = failure
    self.proofFailure = proofFailure
    self.wwwAuthenticate = wwwAuthenticate
  }

  /// The HTTP status code: 401, 403, or 503 where nothing is known about the token.
  public var status: Int { reason.status }
}

extension Rejection: CustomStringConvertible {
  /// The reason and the codes behind it.
  public var description: String {
    (failure?.description ?? proofFailure?.code).map { "\(reason.rawValue): \($0)" }
      ?? reason.rawValue
  }
}
