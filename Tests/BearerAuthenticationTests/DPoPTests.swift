import BearerAuthentication
import Foundation
import JWTCheckTesting
import JWTIssuing
import JWTValidation
import Testing
import VectorSupport

/// The example of the article; the examples of all articles are compared with the sources of tests.
struct DPoPExample {
  let verifier: Verifier
  let store: MemoryTokenStore
  let now: NumericDate

  func answer(_ header: String?, _ proofs: [String]) async throws -> (Int, String?) {
    let authenticator = try DPoPAuthenticator(
      verifier: verifier, store: store, proofs: DPoPOptions(algorithms: [.es256]))
    do throws(Rejection) {
      let token = try await authenticator.authenticate(
        authorization: header, proofs: proofs, method: "GET", url: "https://api.example/orders",
        at: now)
      return (200, token.subject?.revealed)
    } catch {
      return (error.status, error.wwwAuthenticate)
    }
  }
}

@Suite("tokens that are bound to a key")
struct DPoPTests {
  private static let url = "https://api.example/orders"
  private let mint: TokenMint
  private let client: TokenMint
  private let stranger: TokenMint

  init() throws {
    mint = try TokenMint(.hs256)
    client = try TokenMint(.es256)
    stranger = try TokenMint(.es256)
  }

  private func thumbprint(_ mint: TokenMint) throws -> String {
    let tree = try #require(try mint.key.signing.publicJWK())
    return try JWK(required(JSONValue.parse(tree.encoded()).object, "jwk")).thumbprint()
  }

  /// An access token for the key of a client.
  private func token(_ client: TokenMint?) throws -> String {
    guard let client else { return try mint.token() }
    return try mint.token(claims: ["cnf": ["jkt": .string(thumbprint(client))]])
  }

  /// A proof by the key of the client, with the changes of a row.
  private func proof(_ token: String, _ row: JSONObject) throws -> String {
    if let text = row["proof"]?.string { return text }
    let key = try #require(try client.key.signing.publicJWK())
    var jwk = key.members
    if row["private"] != nil { jwk.append(("d", "AAAA")) }
    let digest = try #require(Self.tokenHash(token))
    let header = try Self.changed(
      [("typ", "dpop+jwt"), ("alg", "ES256"), ("jwk", .object(jwk))], row["header"], mint.now)
    let claims = try Self.changed(
      [
        ("jti", "proof-1"), ("htm", "GET"), ("htu", .string(Self.url)),
        ("iat", .integer(mint.now.seconds)), ("ath", .string(digest)),
      ], row["claims"], mint.now)
    let signer = row["signer"] == nil ? client : stranger
    return try signer.token(header: header.encoded(), payload: claims.encoded())
  }

  private static func row(_ text: String = "{}") throws -> JSONObject {
    try required(JSONValue.parse(Array(text.utf8)).object, "row")
  }

  private static func tokenHash(_ token: String) -> String? {
    ByteDigest(of: Array(token.utf8).span).map { digest in
      String(decoding: Base64URL.encode(digest.bytes.span), as: UTF8.self)
    }
  }

  private static func changed(
    _ members: [(name: String, value: JSONTree)], _ changes: JSONValue?, _ now: NumericDate
  ) throws -> JSONTree {
    var members = members
    for change in changes?.object.map(Array.init) ?? [] {
      members.removeAll { change.isNamed($0.name) }
      guard !change.value.isNull else { continue }
      if let text = change.value.string, text.hasPrefix("now") {
        members.append((change.name, .integer(now.seconds + (Int64(text.dropFirst(3)) ?? 0))))
      } else {
        members.append((change.name, .received(change.value)))
      }
    }
    return .object(members)
  }

  private func authenticator(
    _ nonce: String?, store: MemoryTokenStore = MemoryTokenStore()
  ) throws -> DPoPAuthenticator {
    try DPoPAuthenticator(
      verifier: mint.verifier(), store: store,
      proofs: DPoPOptions(
        algorithms: [.es256],
        nonce: nonce.map { expected in
          .asked(current: { _ in expected }, accepts: { nonce, _ in nonce == expected })
        } ?? .notAsked))
  }

  private func rejection(
    _ authenticator: DPoPAuthenticator, _ token: String, _ proofs: [String], url: String = url,
    at now: NumericDate, requiring requirements: AccessRequirements = .none
  ) async -> Rejection? {
    do throws(Rejection) {
      _ = try await authenticator.authenticate(
        authorization: "DPoP \(token)", proofs: proofs, method: "GET", url: url, at: now,
        requiring: requirements)
      return nil
    } catch {
      return error
    }
  }

  @Test("every proof comes out as its vector says, with the error that the standard names")
  func vectors() async throws {
    var wrong: [String] = []
    for row in try VectorFile("bearer/dpop.json").namedVectors {
      let owner: TokenMint? =
        switch row["token"]?.string {
        case "other-key": stranger
        case "unbound": nil
        default: client
        }
      let token = try token(owner)
      let proofs = Array(
        repeating: try proof(token, row), count: try row.optionalCount("proofs") ?? 1)
      let found = await rejection(
        try authenticator(row["nonce"]?.string), token, proofs, url: row["url"]?.string ?? Self.url,
        at: mint.now)
      let expected = row["expect"]?.string
      let error = expected == "dpop.nonce" ? "use_dpop_nonce" : "invalid_dpop_proof"
      let challenge = expected.map { _ in "DPoP error=\"\(error)\", algs=\"ES256\"" }
      if found?.proofFailure?.code != expected || found?.wwwAuthenticate != challenge
        || found.map({ $0.status != 401 }) == true
      {
        wrong.append("\(try row.text("name")): \(found.map { "\($0)" } ?? "accepted")")
      }
    }
    #expect(wrong == [])
  }

  @Test("every code of a proof has a vector or a test here")
  func codes() throws {
    let source = VectorFile.folder.deletingLastPathComponent()
      .appending(path: "Sources/JWTValidation/DPoPFailure.swift")
    let text = try String(contentsOf: source, encoding: .utf8)
    let declared = Set(text.matches(of: /"(dpop\.[a-z-]+)"/).map { String($0.1) })
    let rows = try VectorFile("bearer/dpop.json").namedVectors
    let expected = Set(rows.compactMap { $0["expect"]?.string }).union(["dpop.replayed"])
    #expect(declared.subtracting(expected).sorted() == [])
    #expect(declared.count == 15)
  }

  @Test("a proof is good once, a refused request uses none up, and each key has its own names")
  func replay() async throws {
    let store = MemoryTokenStore()
    let authenticator = try authenticator(nil, store: store)
    let token = try token(client)
    let proof = try proof(token, Self.row())
    let needed = try AccessRequirements(scopes: ["orders:read"])
    let early = await rejection(
      authenticator, token, [proof], url: "https://api.example/other", at: mint.now)
    #expect(early?.proofFailure == .url)
    #expect(await rejection(authenticator, token, [proof], at: mint.now) == nil)
    let again = await rejection(authenticator, token, [proof], at: mint.now)
    #expect(
      again?.proofFailure == .replayed && again?.description == "invalid-proof: dpop.replayed")
    let last = mint.now.advanced(bySeconds: 60)
    #expect(
      await rejection(authenticator, token, [proof], at: last)?.proofFailure == .replayed)
    // What a token does not allow is a matter of the token, not of the proof.
    let other = try self.proof(token, Self.row(#"{"claims":{"jti":"proof-2"}}"#))
    let refused = await rejection(
      authenticator, token, [other], at: mint.now, requiring: needed)
    #expect(refused?.status == 403 && refused?.reason == .insufficientScope)
    #expect(
      refused?.wwwAuthenticate
        == "DPoP error=\"insufficient_scope\", scope=\"orders:read\", algs=\"ES256\"")
  }

  @Test("the scheme is DPoP, and a bound token is no bearer token where proofs are taken too")
  func scheme() async throws {
    let authenticator = try authenticator("n-1")
    let token = try token(client)
    let rejection = await #expect(throws: Rejection.self) {
      try await authenticator.authenticate(
        authorization: "Bearer \(token)", proofs: [], method: "GET", url: Self.url, at: mint.now)
    }
    #expect(rejection?.reason == .noToken && rejection?.wwwAuthenticate == "DPoP algs=\"ES256\"")
    #expect(authenticator.nonce(at: mint.now) == "n-1")
    #expect(try self.authenticator(nil).nonce(at: mint.now) == nil)
    let strict = try BearerAuthenticator(
      verifier: mint.verifier(), options: BearerOptions(refusesBoundTokens: true))
    let refused = #expect(throws: Rejection.self) {
      try strict.authenticate(authorization: "Bearer \(token)", at: mint.now)
    }
    #expect(refused?.wwwAuthenticate == "Bearer error=\"invalid_token\"")
    _ = try strict.authenticate(authorization: "Bearer \(try mint.token())", at: mint.now)
  }

  @Test("a bad token, a revoked one, and a store that is down are told as ever")
  func token() async throws {
    let store = MemoryTokenStore()
    let authenticator = try authenticator(nil, store: store)
    let bound: JSONTree = ["jkt": .string(try thumbprint(client))]
    let old = try mint.token(claims: ["cnf": bound, "exp": .integer(1)])
    let expired = await rejection(
      authenticator, old, [try proof(old, Self.row())], at: mint.now)
    #expect(expired?.reason == .expired)
    #expect(expired?.wwwAuthenticate == "DPoP error=\"invalid_token\", algs=\"ES256\"")
    let named = try mint.token(claims: ["cnf": bound, "jti": "t-1"])
    let identity = try #require(TokenIdentity(issuer: mint.issuer, tokenID: "t-1"))
    try store.revoke(identity, until: mint.now.advanced(bySeconds: 600), at: mint.now)
    let revoked = await rejection(
      authenticator, named, [try proof(named, Self.row())], at: mint.now)
    #expect(revoked?.reason == .revoked)
  }

  @Test("the example of the article answers with 200 once, and with 401 without a proof")
  func example() async throws {
    let example = DPoPExample(
      verifier: try mint.verifier(), store: MemoryTokenStore(), now: mint.now)
    let token = try token(client)
    let proof = try proof(token, Self.row())
    let answers = [
      try await example.answer("DPoP \(token)", [proof]),
      try await example.answer("DPoP \(token)", [proof]), try await example.answer(nil, []),
    ]
    #expect(answers.map(\.0) == [200, 401, 401])
    #expect(answers[0].1 == "user-1")
    #expect(answers[2].1 == "DPoP algs=\"ES256\"")
  }

  @Test("options that accept no proof, or anybody's, are refused")
  func setUp() throws {
    let verifier = try mint.verifier()
    for options in [
      DPoPOptions(algorithms: []), DPoPOptions(algorithms: [.es256, .hs256]),
      DPoPOptions(algorithms: [.es256], maximumAge: 0),
      DPoPOptions(algorithms: [.es256], leeway: -1),
    ] {
      #expect(throws: BearerSetupError.proofs) {
        try DPoPAuthenticator(verifier: verifier, store: MemoryTokenStore(), proofs: options)
      }
    }
  }

  @Test("the example of the standard is good, at its time and for its request (RFC 9449 §7.1)")
  func standard() throws {
    let row = try #require(try VectorFile("bearer/dpop-example.json").namedVectors.first)
    let text = try row.text("proof")
    let made = NumericDate(seconds: 1_562_262_618)
    func proof(
      method: String = "GET", url: String = "https://resource.example.org/protectedresource",
      at now: NumericDate = made
    ) throws(DPoPFailure) -> DPoPProof {
      try DPoPProof(
        text, method: method, url: url, options: DPoPOptions(algorithms: [.es256]), at: now)
    }
    #expect(try proof().thumbprint == "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I")
    #expect(throws: DPoPFailure.method) { try proof(method: "POST") }
    #expect(throws: DPoPFailure.url) { try proof(url: "https://server.example.com/token") }
    #expect(throws: DPoPFailure.inFuture) { try proof(at: made.advanced(bySeconds: -60)) }
  }

  @Test("proofs that other libraries made are good, and the keys have the names that those compute")
  func peers() throws {
    let made = NumericDate(seconds: 1_750_000_000)
    var wrong: [String] = []
    let rows = try VectorFile("bearer/dpop-peers.json").namedVectors
    for row in rows {
      let algorithm = try #require(SignatureAlgorithm(named: try row.text("algorithm").utf8))
      do throws(DPoPFailure) {
        let proof = try DPoPProof(
          row["proof"]?.string ?? "", method: "POST", url: "https://api.example/orders",
          options: DPoPOptions(algorithms: [algorithm]), at: made)
        if proof.thumbprint != row["thumbprint"]?.string { wrong.append("\(row): thumbprint") }
      } catch {
        wrong.append("\(try row.text("name")): \(error.code)")
      }
    }
    #expect(wrong == [])
    #expect(rows.count == 18)
  }
}
