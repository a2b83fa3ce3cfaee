/// A value that does not show itself: interpolation, `print`, `dump` and mirrors say `<redacted>`.
///
/// Claims are personal data more often than not, and logs keep what they get. Whoever needs the
/// value writes `.revealed`, which can be searched for in a review.
public struct Redacted<Value: Sendable>: Sendable {
  /// The value itself.
  public let revealed: Value

  /// Hides a value.
  public init(_ value: Value) { revealed = value }
}

extension Redacted: Equatable where Value: Equatable {}

extension Redacted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Never the value.
  public var description: String { "<redacted>" }
  /// Never the value.
  public var debugDescription: String { "<redacted>" }
  /// Never the value.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
