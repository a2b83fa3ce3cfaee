import BearerAuthentication
import Foundation
import JWTCheckTesting

func now() -> NumericDate { NumericDate(seconds: Int64(Date().timeIntervalSince1970)) }

/// A client of Redis as one may have it.
protocol SomeRedisClient: Sendable {
  func exists(_ key: String) async throws -> Bool
  func setIfAbsent(_ key: String, expiresAt: Int64) async throws -> Bool
}

struct SharedStore<Client: SomeRedisClient>: TokenStore {
  let client: Client
  func isRevoked(
    _ token: TokenIdentity, at now: NumericDate
  ) async throws(TokenStoreFailure) -> Bool {
    do { return try await client.exists("revoked:\(token.hexadecimal)") } catch {
      throw .unavailable
    }
  }
  func markUsed(
    _ token: TokenIdentity, until: NumericDate, at now: NumericDate
  ) async throws(TokenStoreFailure) -> Bool {
    // SET key 1 NX EXAT time: one command, so two machines cannot both be first.
    let key = "used:\(token.hexadecimal)"
    do { return try await client.setIfAbsent(key, expiresAt: until.seconds) } catch {
      throw .unavailable
    }
  }
}
