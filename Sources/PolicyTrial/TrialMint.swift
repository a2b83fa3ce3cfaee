import JWTIssuing
import JWTValidation
import PolicyFile

/// Makes the tokens of one issuer for a trial: good ones, and others that differ in one thing.
struct TrialMint {
  let issuer: TrialIssuer
  let now: NumericDate
  let algorithm: SignatureAlgorithm
  let key: SigningKey
  /// The header of good tokens.
  let header: JSONTree
  /// The claims of good tokens.
  let claims: JSONTree
  /// A good token.
  let good: String

  /// A mint for one of the issuer's algorithms, the first unless another is named.
  init(_ issuer: TrialIssuer, _ position: Int = 0, at now: NumericDate) throws(SigningError) {
    self.issuer = issuer
    self.now = now
    (algorithm, key) = issuer.keys[position]
    var type = "JWT"
    if case .exactly(let asked) = issuer.entry.policy.type { type = asked }
    header = [
      "alg": .string(algorithm.name), "typ": .string(type),
      "kid": .string(key.keyID ?? ""),
    ]
    claims = GoodClaims.claims(for: issuer.entry, at: now)
    good = try Self.token(header, claims.encoded(), key, algorithm)
  }

  /// The policy that is tried.
  var policy: ValidationPolicy { issuer.entry.policy }

  /// The same mint for each of the issuer's algorithms.
  func forEachAlgorithm() throws(SigningError) -> [TrialMint] {
    var mints: [TrialMint] = []
    for position in issuer.keys.indices {
      mints.append(try TrialMint(issuer, position, at: now))
    }
    return mints
  }

  /// A token with another header or other claims, and a good signature.
  func token(header: JSONTree? = nil, claims: JSONTree? = nil) throws(SigningError) -> String {
    try token(header: header, payload: (claims ?? self.claims).encoded())
  }

  /// A token with another header and a payload of any bytes, and a good signature.
  func token(header: JSONTree? = nil, payload: [UInt8]) throws(SigningError) -> String {
    try Self.token(header ?? self.header, payload, key, algorithm)
  }

  /// A token of somebody else's key.
  static func token(
    _ header: JSONTree, _ payload: [UInt8], _ key: SigningKey, _ algorithm: SignatureAlgorithm
  ) throws(SigningError) -> String {
    try TokenSigner(key: key, algorithm: algorithm)
      .signUnchecked(header: header.encoded(), payload: payload)
  }

  /// A token of any bytes for a header, with a good signature.
  func token(rawHeader: [UInt8], payload: [UInt8]) throws(SigningError) -> String {
    try TokenSigner(key: key, algorithm: algorithm)
      .signUnchecked(header: rawHeader, payload: payload)
  }

  /// The three encoded parts of the good token.
  var parts: [String] {
    good.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  /// The good token with other text in the place of its signature.
  func good(signatureText: String) -> String {
    (parts.dropLast() + [signatureText]).joined(separator: ".")
  }

  /// The good token with other bytes as its signature.
  func good(signature: [UInt8]) -> String {
    good(signatureText: Self.encoded(signature))
  }

  /// The bytes of the good token's signature.
  var signature: [UInt8] {
    (try? Base64URL.decode(Array((parts.last ?? "").utf8).span)) ?? []
  }

  /// Bytes in base64url.
  static func encoded(_ bytes: [UInt8]) -> String {
    String(decoding: Base64URL.encode(bytes.span), as: UTF8.self)
  }
}
