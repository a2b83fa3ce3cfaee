/// The three parts of a compact JWS (RFC 7515 §3.1).
public enum TokenSegment: String, Equatable, Sendable {
  case header, payload, signature
}
