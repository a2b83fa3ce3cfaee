/// Input that triggers a code; the tests run every one that is not in words.
package enum CodeExample: Sendable {
  /// Text to decode.
  case base64url(String)
  /// Text to read as JSON.
  case json(String)
  /// A JSON Pointer.
  case pointer(String)
  /// What is handed over as a token.
  case token(String)
  /// A decoded header.
  case header(String)
  /// Decoded claims.
  case claims(String)
  /// The value of a claim that a program decodes as a time.
  case decoded(String)
  /// A JWK, a JWK Set or other text given as a key.
  case key(String)
  /// A PEM text given as a public key.
  case pem(String)
  /// A text given as an HMAC secret.
  case secret(String)
  /// A token request.
  case request(String)
  /// An answer of the token endpoint.
  case response(String)
  /// What `identify()` is called with.
  case identify(String)
  /// A policy file.
  case policy(String)
  /// A description, where the input is too large for a page or takes several pieces.
  case words(String)

  /// What kind of input it is, for people.
  package var kind: String {
    switch self {
    case .base64url: "text in base64url"
    case .json: "JSON"
    case .pointer: "a JSON Pointer"
    case .token: "a token"
    case .header: "a header"
    case .claims: "claims"
    case .decoded: "the value of a time"
    case .key: "a key"
    case .pem: "a key in PEM"
    case .secret: "an HMAC secret"
    case .request: "a request"
    case .response: "a response"
    case .identify: "an identify call"
    case .policy: "a policy file"
    case .words: "in words"
    }
  }

  /// The input, or its description.
  package var text: String {
    switch self {
    case .base64url(let text), .json(let text), .pointer(let text), .token(let text),
      .header(let text), .claims(let text), .decoded(let text), .key(let text), .pem(let text),
      .secret(let text), .request(let text), .response(let text), .identify(let text),
      .policy(let text),
      .words(let text):
      text
    }
  }
}
