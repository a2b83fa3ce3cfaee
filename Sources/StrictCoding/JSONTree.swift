/// JSON that is being made, as opposed to `JSONValue`, which is JSON that was received.
///
/// Literals read like the JSON they stand for, member order is kept, and a received value can be
/// passed on with every digit it came with:
///
/// ```swift
/// let claims: JSONTree = ["sub": "user-1", "iat": 1_700_000_000, "roles": ["reader"]]
/// ```
public indirect enum JSONTree: Sendable {
  case object([(name: String, value: JSONTree)])
  case array([JSONTree])
  case string(String)
  case integer(Int64)
  case boolean(Bool)
  case null
  /// A value taken over from a received text: same members, same order, same digits.
  case received(JSONValue)

  /// Line breaks and indentation, or none.
  public enum Style: Sendable {
    case compact, indented
  }

  /// The text of the tree in UTF-8.
  ///
  /// Characters that could disturb a terminal or hide what a reader sees (C1 controls, direction
  /// marks, line separators) are written as escape sequences: the same JSON, shown harmlessly.
  public func encoded(_ style: Style = .compact) -> [UInt8] {
    var writer = JSONWriter(style: style)
    writer.write(self)
    return writer.bytes
  }

  /// An object of the members that are there: those with a value of `nil` are left out.
  package static func members(_ members: [(name: String, value: JSONTree?)]) -> JSONTree {
    .object(members.compactMap { name, value in value.map { (name, $0) } })
  }
}

extension JSONTree: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral
{
  /// An object with these members, in this order.
  public init(dictionaryLiteral elements: (String, JSONTree)...) {
    self = .object(elements.map { ($0, $1) })
  }

  /// An array of these elements.
  public init(arrayLiteral elements: JSONTree...) { self = .array(elements) }
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// `null`.
  public init(nilLiteral: ()) { self = .null }
}
