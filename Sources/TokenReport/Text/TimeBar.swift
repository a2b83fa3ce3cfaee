import JWTValidation
import Velt

/// A token's life as a bar: what has passed, what is left, and what ends it.
///
/// ```
/// iat |====>-------------------------------------------| exp
/// ```
///
/// One column is a 48th of the span, so for a token of 48 hours it is an hour. Where the 48-hour rule
/// applies the bar is always 48 hours long, and `x` marks an `exp` that comes earlier.
struct TimeBar: Equatable {
  private static let columns = 48

  /// The bar itself.
  let line: String
  /// The length of the span in seconds.
  let span: Int64

  /// `nil` where the times do not give a span.
  init?(_ times: TokenTimes) {
    guard let start = times.issuedAt, let end = Self.lastMoment(times, start: start) else {
      return nil
    }
    span = end.seconds(since: start)
    guard span > 0, span < .max else { return nil }
    var cells = [UInt8](repeating: UInt8(ascii: "-"), count: Self.columns)
    let elapsed = times.now.seconds(since: start)
    let position = Self.column(elapsed, of: span)
    for index in cells.indices where index < position { cells[index] = UInt8(ascii: "=") }
    if elapsed >= 0, elapsed < span {
      cells[min(position, Self.columns - 1)] = UInt8(ascii: ">")
    }
    if let expiresAt = times.expiresAt, times.windowEnd != nil, expiresAt < end {
      let mark = Self.column(expiresAt.seconds(since: start), of: span)
      if cells.indices.contains(mark) { cells[mark] = UInt8(ascii: "x") }
    }
    let before = elapsed < 0 ? "now > " : ""
    let after = elapsed >= span ? " > now" : ""
    let bar = String(decoding: cells, as: UTF8.self)
    line = "\(before)iat |\(bar)| \(Self.name(times, of: end))\(after)"
  }

  private static func lastMoment(_ times: TokenTimes, start: NumericDate) -> NumericDate? {
    times.windowEnd == nil ? times.expiresAt : start.advanced(bySeconds: TokenWindow.length)
  }

  private static func name(_ times: TokenTimes, of end: NumericDate) -> String {
    guard times.windowEnd != nil else { return "exp" }
    return times.expiresAt == end ? "exp, 48 h" : "48 h"
  }

  /// The column of a moment, from 0; beyond the bar for moments outside of it.
  private static func column(_ elapsed: Int64, of span: Int64) -> Int {
    if elapsed <= 0 { return elapsed < 0 ? -1 : 0 }
    if elapsed >= span { return columns }
    // Half the precision is plenty, and the product cannot overflow.
    return Int(Double(elapsed) / Double(span) * Double(columns))
  }
}
