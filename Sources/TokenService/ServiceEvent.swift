package import BearerAuthentication
package import HTTPMessages

/// What happened to a request, for the log and the metrics: no secret, no token, no user.
package struct ServiceEvent: Equatable, Sendable {
  /// Why a request was answered as it was; the words stand in logs and metrics and do not change.
  package enum Reason: Hashable, Sendable {
    case issued, served
    case authTokenNotFound, missingCredentials, badBody, wrongMediaType, tooLarge, wrongMethod
    case unknownPath, cannotSign
    /// The head of the request can be understood in several ways, or its body cannot be decoded.
    case ambiguousRequest, unknownCoding
    /// A gateway may let the request pass.
    case accepted
    /// A gateway must not let the request pass.
    case rejected(Rejection.Reason)
  }

  /// What was asked for.
  package let route: Route
  /// The status of the answer.
  package let status: Int
  /// Why.
  package let reason: Reason
  /// What is wrong with the body, as a sentence that names members but no values; for a token the
  /// codes.
  package let detail: String?
  /// The account that asked, once it is known.
  package let account: String?

  /// Whether the request did not get what it wanted.
  package var isFailure: Bool { status >= 400 }
}

extension ServiceEvent.Reason: CaseIterable {
  /// Every reason that the service has, those of rejections last; it takes no proofs.
  package static var allCases: [Self] {
    [
      .issued, .served, .authTokenNotFound, .missingCredentials, .badBody, .wrongMediaType,
      .tooLarge, .wrongMethod, .unknownPath, .cannotSign, .ambiguousRequest, .unknownCoding,
      .accepted,
    ] + Rejection.Reason.allCases.filter { !$0.isAboutProof }.map { .rejected($0) }
  }

  /// The word that stands in logs and metrics.
  package var rawValue: String {
    switch self {
    case .issued: "issued"
    case .served: "served"
    case .authTokenNotFound: "auth-token-not-found"
    case .missingCredentials: "missing-credentials"
    case .badBody: "bad-body"
    case .wrongMediaType: "wrong-media-type"
    case .tooLarge: "too-large"
    case .wrongMethod: "wrong-method"
    case .unknownPath: "unknown-path"
    case .cannotSign: "cannot-sign"
    case .ambiguousRequest: "ambiguous-request"
    case .unknownCoding: "unknown-coding"
    case .accepted: "accepted"
    case .rejected(let reason): reason.rawValue
    }
  }
}

/// An answer with what is to be said about it.
package struct ServiceAnswer: Sendable {
  /// What the client gets.
  package let response: HTTPResponse
  /// What the log and the metrics get.
  package let event: ServiceEvent

  init(
    _ response: HTTPResponse, _ route: Route, _ reason: ServiceEvent.Reason,
    detail: String? = nil, account: String? = nil
  ) {
    self.response = response
    event = ServiceEvent(
      route: route, status: response.status, reason: reason, detail: detail, account: account)
  }
}
