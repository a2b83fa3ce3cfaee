import HTTPMessages

extension HTTPRequest.Fault {
  /// Whether the request is refused wherever it goes; a body that is too large matters only to those
  /// who read bodies.
  fileprivate var isInHead: Bool { self != .bodyTooLarge }

  /// The answer to a request that was not read to its end.
  func answer(_ route: Route) -> ServiceAnswer {
    switch self {
    case .bodyTooLarge: refused(413, "The body is too large.", route, .tooLarge)
    case .fieldsTooLarge:
      refused(431, "The header fields are too large.", route, .tooLarge)
    case .targetTooLong: refused(414, "The target is too long.", route, .tooLarge)
    case .ambiguous:
      refused(
        400, "The header fields can be understood in several ways.", route, .ambiguousRequest)
    case .unknownCoding:
      ServiceAnswer(
        Envelope.failure(
          501, "The only transfer coding that is understood is chunked.", "UNIMPLEMENTED"),
        route, .unknownCoding)
    }
  }

  private func refused(
    _ status: Int, _ message: String, _ route: Route, _ reason: ServiceEvent.Reason
  ) -> ServiceAnswer {
    ServiceAnswer(Envelope.failure(status, message), route, reason)
  }
}

extension HTTPRequest {
  /// Why the request is refused before anybody looks where it goes.
  var faultInHead: Fault? {
    guard case .unread(let fault) = body, fault.isInHead else { return nil }
    return fault
  }
}
