import JWTCheckTesting
import RemoteKeys

/// An issuer with keys, whose set is on a `KeyServer`.
struct Issuer {
  static let name = "https://id.example"
  static let start = NumericDate(seconds: 1_750_000_000)

  let server = KeyServer()
  var mints: [TokenMint]

  /// An issuer with keys of these names.
  init(_ names: [String] = ["k1"], _ algorithm: SignatureAlgorithm = .es256) throws {
    mints = try names.map { try Self.mint($0, algorithm) }
    server.serve(try keySet(), cacheControl: "max-age=1000")
  }

  static func mint(_ name: String, _ algorithm: SignatureAlgorithm = .es256) throws -> TokenMint {
    // Tokens that outlive every time a test goes through.
    try TokenMint(
      key: TestKey(algorithm, keyID: name), issuer: Self.name, audience: "orders", now: start)
  }

  /// The JWK Set with the keys of all mints.
  func keySet(_ further: String...) throws -> [UInt8] {
    let keys = try mints.compactMap { try $0.key.signing.publicJWK(for: $0.key.algorithm) }
      .map { String(decoding: $0.encoded(), as: UTF8.self) }
    return Array("{\"keys\":[\((keys + further).joined(separator: ","))]}".utf8)
  }

  func token(_ index: Int = 0) throws -> String {
    try mints[index].token(claims: ["exp": .integer(Self.start.seconds + 10_000_000)])
  }

  func verifier(_ change: (inout RemoteKeyOptions) -> Void = { _ in }) throws -> RemoteVerifier {
    var options = RemoteKeyOptions()
    change(&options)
    return try RemoteVerifier(
      keys: .jwkSet(KeyServer.url), policy: mints[0].policy, options: options, fetcher: server)
  }
}

extension RemoteVerifier {
  /// The codes of what waiting for keys comes to; empty if the token is accepted.
  func codes(_ token: String, at now: NumericDate) async -> [String] {
    do throws(VerificationFailure) {
      _ = try await verify(token, at: now)
      return []
    } catch {
      return error.codes
    }
  }

  /// The same with the keys at hand.
  func codesAtOnce(_ token: String, at now: NumericDate) -> [String] {
    do throws(VerificationFailure) {
      _ = try verify(Array(token.utf8).span, at: now)
      return []
    } catch {
      return error.codes
    }
  }
}
