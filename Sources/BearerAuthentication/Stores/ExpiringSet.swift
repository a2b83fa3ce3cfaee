import JWTValidation

/// Tokens, each remembered until a time of its own.
///
/// A clock that jumps ahead for a moment makes tokens look expired that are not. So what has been
/// forgotten leaves its latest time behind: whoever asks at an earlier time has set his clock back, and
/// is told that the set cannot know, not that the token was never there.
struct ExpiringSet: Sendable {
  /// What an insertion comes to.
  enum Insertion {
    /// The token was not remembered, and now is.
    case new
    /// The token is remembered already.
    case known
    /// There is no room.
    case full
    /// The token may be one of those that were forgotten.
    case uncertain
  }

  /// So far may the times of two callers lie apart: tokens are forgotten that much later.
  private static let clockStep: Int64 = 60

  private var ends: [TokenIdentity: NumericDate] = [:]
  /// Expired ones are taken out when there are so many, which is then doubled: the work for each
  /// token stays the same however many there are.
  private var tidyingCount = 64
  /// The latest end of those that were forgotten.
  private var forgottenEnd = NumericDate.distantPast

  var count: Int { ends.count }

  /// Whether a token is remembered; `nil` if that cannot be known.
  func contains(_ token: TokenIdentity, at now: NumericDate) -> Bool? {
    if let end = ends[token] { return now < end }
    return now < forgottenEnd ? nil : false
  }

  /// Remembers a token, unless there is no room.
  ///
  /// - Parameter isFirstUse: whether the token may only be remembered if it never was.
  mutating func insert(
    _ token: TokenIdentity, until end: NumericDate, at now: NumericDate, limit: Int,
    isFirstUse: Bool
  ) -> Insertion {
    if let known = ends[token] {
      ends[token] = max(known, end)
      return now < known ? .known : .new
    }
    if isFirstUse, now < forgottenEnd, end <= forgottenEnd { return .uncertain }
    if ends.count >= min(tidyingCount, limit) { tidy(at: now) }
    guard ends.count < limit else { return .full }
    ends[token] = end
    return .new
  }

  private mutating func tidy(at now: NumericDate) {
    let time = now.advanced(bySeconds: -Self.clockStep)
    ends = ends.filter { _, end in
      guard end <= time else { return true }
      forgottenEnd = max(forgottenEnd, end)
      return false
    }
    tidyingCount = max(64, 2 * ends.count)
  }
}
