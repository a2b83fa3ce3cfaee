package import JWTValidation

/// How long a token has still to live, in steps that matter for a roll-over.
package enum RemainingLife: Int, CaseIterable, Sendable {
  case over, hour, day, week, month, year, longer, unlimited

  /// The step of a token that expires at that time.
  package init(until expiration: NumericDate?, from now: NumericDate) {
    guard let expiration else {
      self = .unlimited
      return
    }
    self =
      switch expiration.seconds(since: now) {
      case ..<0: .over
      case 0 where expiration <= now: .over
      case ..<3600: .hour
      case ..<86_400: .day
      case ..<(7 * 86_400): .week
      case ..<(30 * 86_400): .month
      case ..<(365 * 86_400): .year
      default: .longer
      }
  }

  /// The step for programs.
  package var word: String {
    switch self {
    case .over: "over"
    case .hour: "under-1h"
    case .day: "under-1d"
    case .week: "under-7d"
    case .month: "under-30d"
    case .year: "under-365d"
    case .longer: "longer"
    case .unlimited: "no-exp"
    }
  }

  /// The step for people.
  package var title: String {
    switch self {
    case .over: "expired"
    case .hour: "less than an hour"
    case .day: "less than a day"
    case .week: "less than a week"
    case .month: "less than 30 days"
    case .year: "less than a year"
    case .longer: "a year or more"
    case .unlimited: "no exp"
    }
  }
}
