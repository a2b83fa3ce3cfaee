public import JOSE
public import JWTIssuing
public import JWTValidation
public import StrictCoding
public import Velt

/// Makes synthetic tokens and answers in the manner of the service's token endpoint.
///
/// The layout of real tokens is not published: these have the layouts in which claims are looked for,
/// and say about themselves, in a claim and in the answer's message, that they are synthetic.
///
/// ```swift
/// let service = try SyntheticVeltTokens(.hs256)
/// let token = try service.token(for: request)
/// try expectMatched(token, by: service.check(request), at: service.now)
/// ```
public struct SyntheticVeltTokens: Sendable {
  /// Where the claims stand.
  public enum Layout: String, CaseIterable, Sendable {
    /// All at the top.
    case flat
    /// The user at the top, everything else in `userProperties`, as in a request.
    case userProperties
    /// The user in `sub`, everything else in `claims`, as libraries for custom claims have it.
    case customClaims
  }

  /// The key of the service.
  public let key: TestKey
  /// When tokens are issued.
  public let now: NumericDate
  /// Where claims stand.
  public let layout: Layout
  private let signer: TokenSigner

  /// Makes a service with a new key for the algorithm.
  ///
  /// - Throws: `SigningError` if libcrypto makes no such key here.
  public init(
    _ algorithm: SignatureAlgorithm, layout: Layout = .flat,
    now: NumericDate = TokenMint.fixedTime
  ) throws(SigningError) {
    key = try TestKey(algorithm)
    self.layout = layout
    self.now = now
    signer = try TokenSigner(key: key.signing, algorithm: algorithm)
  }

  /// A token that is what the request asks for, or, with a request that differs from the one it is
  /// checked with, one that is not.
  ///
  /// - Parameters:
  ///   - request: what the token is to say.
  ///   - issuedAt: `iat`; `now` if none is given.
  ///   - lifetime: from `iat` to `exp`; `nil` leaves `exp` out.
  ///   - changes: claims at the top to add, or to put in the place of those of the same name.
  ///   - absent: names of claims at the top to leave out.
  /// - Throws: `SigningError` if libcrypto fails.
  public func token(
    for request: TokenRequest, issuedAt: NumericDate? = nil,
    lifetime: Duration? = .seconds(TokenWindow.length),
    claims changes: KeyValuePairs<String, JSONTree> = [:], without absent: [String] = []
  ) throws(SigningError) -> String {
    let issuedAt = issuedAt ?? now
    var members = members(for: request)
    members.append(("iat", .integer(issuedAt.seconds)))
    if let lifetime {
      let end = issuedAt.advanced(bySeconds: lifetime.components.seconds)
      members.append(("exp", .integer(end.seconds)))
    }
    members.append(("synthetic", true))
    return try signer.sign(JSONTree.object(members).changed(by: changes, without: absent))
  }

  private func members(for request: TokenRequest) -> [(name: String, value: JSONTree)] {
    var properties: [(name: String, value: JSONTree)] = [
      ("organizationId", .string(request.organizationId))
    ]
    if let isAdmin = request.isAdmin { properties.append(("isAdmin", .boolean(isAdmin))) }
    if let email = request.email { properties.append(("email", .string(email))) }
    let user = JSONTree.string(request.userId)
    return switch layout {
    case .flat: [("userId", user)] + properties
    case .userProperties: [("userId", user), ("userProperties", .object(properties))]
    case .customClaims: [("sub", user), ("claims", .object(properties))]
    }
  }

  /// The endpoint's answer that holds a token.
  public func response(holding token: String) -> [UInt8] {
    let result: JSONTree = [
      "status": "success", "message": "synthetic answer of a test",
      "data": ["token": .string(token)],
    ]
    return JSONTree.object([("result", result)]).encoded()
  }

  /// The endpoint's answer that holds none.
  public func failure(
    message: String = "synthetic failure of a test", status: String = "INVALID_ARGUMENT"
  ) -> [UInt8] {
    let error: JSONTree = ["message": .string(message), "status": .string(status)]
    return JSONTree.object([("error", error)]).encoded()
  }

  /// A check of tokens against a request, with the key of the service.
  ///
  /// - Throws: never for a key that the service could be made with.
  public func check(
    _ request: TokenRequest, identify: IdentifyCall? = nil
  ) throws(PolicyError) -> TokenCheck {
    TokenCheck(
      request: request, identify: identify,
      verifier: try JWSVerifier(keys: key.verification, algorithms: [key.algorithm]))
  }
}
