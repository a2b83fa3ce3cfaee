package import JWTValidation

/// A moment as people read it: UTC, and how far from now it lies.
package enum TimeText {
  /// How far away the moment is: `in 47 h 12 min`, `3 min ago`, `just now`.
  package static func distance(_ date: NumericDate, from now: NumericDate) -> String {
    let seconds = date.seconds(since: now)
    if seconds == 0 { return "just now" }
    return seconds > 0
      ? "in \(DurationText.words(seconds))" : "\(DurationText.words(seconds)) ago"
  }

  /// What a time claim says about now, such as `expires in 47 h 12 min`; `nil` for other claims.
  static func remark(_ claim: String, _ date: NumericDate, now: NumericDate) -> String? {
    let distance = distance(date, from: now)
    let length = DurationText.words(date.seconds(since: now))
    let isAhead = date > now
    return switch claim {
    case "exp": isAhead ? "expires \(distance)" : "expired \(distance)"
    case "nbf": isAhead ? "valid only \(distance)" : "valid since \(length)"
    case "iat": isAhead ? "issued \(length) in the future" : "issued \(distance)"
    case "auth_time", "updated_at": distance
    default: nil
    }
  }
}
