import JWTValidation

/// Tokens, each remembered until a time of its own.
struct ExpiringSet: Sendable {
  private var ends: [TokenIdentity: NumericDate] = [:]
  /// Expired ones are taken out when there are so many, which is then doubled: the work for each
  /// token stays the same however many there are.
  private var tidyingCount = 64

  var count: Int { ends.count }

  func contains(_ token: TokenIdentity, at now: NumericDate) -> Bool {
    ends[token].map { now < $0 } ?? false
  }

  /// Remembers a token.
  ///
  /// - Returns: whether it is not remembered already; `nil` if there is no room.
  mutating func insert(
    _ token: TokenIdentity, until end: NumericDate, at now: NumericDate, limit: Int
  ) -> Bool? {
    if let known = ends[token] {
      ends[token] = max(known, end)
      return now >= known
    }
    if ends.count >= min(tidyingCount, limit) {
      ends = ends.filter { now < $0.value }
      tidyingCount = max(64, 2 * ends.count)
    }
    guard ends.count < limit else { return nil }
    ends[token] = end
    return true
  }
}
