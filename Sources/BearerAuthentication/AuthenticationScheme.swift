/// How a token is handed over: the first word of `Authorization` and of the challenge.
enum AuthenticationScheme: Sendable {
  /// Whoever has the token may use it (RFC 6750).
  case bearer
  /// The token comes with a proof that the client has its key (RFC 9449).
  case dpop(algorithms: [String])

  /// The name as it is written.
  var name: String {
    switch self {
    case .bearer: "Bearer"
    case .dpop: "DPoP"
    }
  }

  /// The name in lower case, in which letter case does not matter (RFC 9110 §11.1).
  var loweredName: [UInt8] {
    switch self {
    case .bearer: Self.bearerName
    case .dpop: Self.dpopName
    }
  }

  private static let bearerName = Array("bearer".utf8)
  private static let dpopName = Array("dpop".utf8)
}
