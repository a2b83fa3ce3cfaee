import HTTPMessages

/// What can be asked for. The raw values stand in logs and metrics and do not change.
package enum Route: String, CaseIterable, Sendable {
  case tokenV1 = "token-v1"
  case tokenV2 = "token-v2"
  case keySet = "jwks"
  case health, metrics, page, inspect
  /// What gateways ask; it has a prefix that is configured, and every method.
  case verify
  /// No path that exists.
  case unknown

  /// The path; `nil` for what is none.
  var path: String? {
    switch self {
    case .tokenV1: "/v1/auth/token/get"
    case .tokenV2: "/v2/auth/generate_token"
    case .keySet: "/.well-known/jwks.json"
    case .health: "/healthz"
    case .metrics: "/metrics"
    case .page: "/"
    case .inspect: "/inspect"
    case .verify, .unknown: nil
    }
  }

  /// The methods that the path has.
  var methods: [String] {
    switch self {
    case .tokenV1, .tokenV2, .inspect: ["POST"]
    case .keySet, .health, .metrics, .page: ["GET", "HEAD"]
    case .verify, .unknown: []
    }
  }

  /// The route of a request by its path alone.
  init(_ request: HTTPRequest) {
    self = Route.allCases.first { $0.path.map(request.hasTarget) == true } ?? .unknown
  }
}
