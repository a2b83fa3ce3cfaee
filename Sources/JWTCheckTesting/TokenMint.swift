public import JOSE
public import JWTIssuing
public import JWTValidation
public import StrictCoding

/// Makes tokens for tests: good ones, good ones with other claims, and ones broken on purpose.
///
/// ```swift
/// let mint = try TokenMint(.es256)
/// let verifier = try mint.verifier()
/// try expectAccepted(mint.token(), by: verifier, at: mint.now)
/// try expectRefused(mint.token(.expired), by: verifier, at: mint.now, code: "exp.passed")
/// ```
public struct TokenMint: Sendable {
  /// The time at which tokens of a mint are good: 2025-06-15T15:06:40Z, a fixed one, so that a test
  /// has the same outcome on every day.
  public static let fixedTime = NumericDate(seconds: 1_750_000_000)

  /// The key that signs good tokens.
  public let key: TestKey
  /// `iss` of good tokens.
  public let issuer: String
  /// `aud` of good tokens.
  public let audience: String
  /// `iat` of good tokens, which expire ten minutes later.
  public let now: NumericDate
  let signer: TokenSigner

  /// Makes a mint with a new key for the algorithm.
  ///
  /// - Throws: `SigningError` if libcrypto makes no such key here.
  public init(
    _ algorithm: SignatureAlgorithm, issuer: String = "https://issuer.test",
    audience: String = "audience.test", now: NumericDate = fixedTime
  ) throws(SigningError) {
    self = try TokenMint(
      key: TestKey(algorithm), issuer: issuer, audience: audience, now: now)
  }

  /// Makes a mint with a key that other mints may have too, since making RSA keys takes time.
  ///
  /// - Throws: `SigningError` if the key cannot be used.
  public init(
    key: TestKey, issuer: String = "https://issuer.test", audience: String = "audience.test",
    now: NumericDate = fixedTime
  ) throws(SigningError) {
    self.key = key
    self.issuer = issuer
    self.audience = audience
    self.now = now
    signer = try TokenSigner(key: key.signing, algorithm: key.algorithm)
  }

  /// A policy that good tokens satisfy and that each broken one does not.
  public var policy: ValidationPolicy {
    ValidationPolicy(
      algorithms: [key.algorithm], issuer: .exactly(issuer), audience: .containing(audience))
  }

  /// A verifier that accepts good tokens and refuses each broken one.
  ///
  /// - Throws: never for a key that the mint could be made with.
  public func verifier() throws(PolicyError) -> Verifier {
    try Verifier(keys: key.verification, policy: policy)
  }

  /// The claims of good tokens: `iss`, `sub`, `aud`, `iat` and `exp`.
  public var claims: JSONTree {
    [
      "iss": .string(issuer), "sub": "user-1", "aud": .string(audience),
      "iat": .integer(now.seconds), "exp": .integer(now.advanced(bySeconds: 600).seconds),
    ]
  }

  /// A well-made token, with other claims and header members if they are given.
  ///
  /// Whether it is also a good one is for the claims to say.
  ///
  /// - Parameters:
  ///   - changes: claims to add, or to put in the place of those of the same name.
  ///   - absent: names of claims to leave out.
  ///   - header: further members of the header.
  /// - Throws: `SigningError` for header members that a verifier would refuse.
  public func token(
    claims changes: KeyValuePairs<String, JSONTree> = [:], without absent: [String] = [],
    header: JSONTree = [:]
  ) throws(SigningError) -> String {
    try signer.sign(claims.changed(by: changes, without: absent), header: header)
  }

  /// A token whose header and payload are exactly these bytes, whatever they are; the signature over
  /// them is good.
  ///
  /// - Throws: `SigningError` if libcrypto fails.
  public func token(header: [UInt8], payload: [UInt8]) throws(SigningError) -> String {
    try signer.signUnchecked(header: header, payload: payload)
  }
}

extension JSONTree {
  /// The object with members added or replaced, and others left out.
  func changed(
    by changes: KeyValuePairs<String, JSONTree>, without absent: [String]
  ) -> JSONTree {
    guard case .object(var members) = self else { return self }
    for (name, value) in changes {
      if let place = members.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
        members[place].value = value
      } else {
        members.append((name, value))
      }
    }
    return .object(
      members.filter { member in
        !absent.contains { $0.utf8.elementsEqual(member.name.utf8) }
      })
  }
}
