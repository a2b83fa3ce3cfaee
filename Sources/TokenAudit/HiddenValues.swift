import JOSE
import StrictCoding

/// The values of a record that it must not carry on, wherever they stand: tokens, and the credentials
/// of a token request.
struct HiddenValues {
  /// What was found.
  private(set) var values: [JSONValue] = []
  /// Whether a token is the name of a member: then the record cannot be carried on.
  private(set) var isInName = false
  private let hidesCredentials: Bool
  private let token: JSONValue?

  /// Finds them.
  ///
  /// - Parameters:
  ///   - line: the text of the record.
  ///   - token: the value that is judged; it goes whatever it is.
  ///   - hidesCredentials: whether what is named like a credential goes too.
  init(in record: JSONObject, line: Span<UInt8>, token: JSONValue?, hidesCredentials: Bool) {
    self.token = token
    self.hidesCredentials = hidesCredentials
    if let token { values.append(token) }
    // Behind a backslash any letter can hide, so there the values themselves are looked at.
    guard
      hidesCredentials || line.firstOffset(of: UInt8(ascii: "\\"), from: 0) != nil
        || Self.hasToken(line, besides: token?.range)
    else { return }
    addValues(of: record)
  }

  /// Whether a token stands somewhere else: nearly always not, and then nobody has to look closer.
  private static func hasToken(_ line: Span<UInt8>, besides range: Range<Int>?) -> Bool {
    guard let range else { return TokenSearch.next(in: line, from: 0) != nil }
    return TokenSearch.next(in: line.extracting(..<range.lowerBound), from: 0) != nil
      || TokenSearch.next(in: line.extracting(range.upperBound...), from: 0) != nil
  }

  private mutating func addValues(of object: JSONObject) {
    for member in object {
      if TokenSearch.next(in: member.name.utf8.span, from: 0) != nil { isInName = true }
      if hidesCredentials, Self.isCredential(member.name) {
        if member.value.range != token?.range { values.append(member.value) }
      } else {
        add(member.value)
      }
    }
  }

  private mutating func add(_ value: JSONValue) {
    if let token, token.range == value.range { return }
    if let object = value.object { return addValues(of: object) }
    if let elements = value.array {
      for element in elements { add(element) }
      return
    }
    guard let text = value.stringBytes else { return }
    if TokenSearch.next(in: text.span, from: 0) != nil || hidesCredentials && Self.mayHold(text) {
      values.append(value)
    }
  }

  /// The names of credentials in both versions of the token endpoint, in the body and in the header
  /// fields.
  private static let credentials = [
    "apikey", "authtoken", "x-velt-api-key", "x-velt-auth-token",
  ].map { Array($0.utf8) }

  private static func isCredential(_ name: String) -> Bool {
    let name = name.utf8.map(lowercased)
    return credentials.contains { $0 == name }
  }

  /// Whether a text could be a request itself: JSON inside a string.
  private static func mayHold(_ text: [UInt8]) -> Bool {
    let text = text.map(lowercased)
    return credentials.contains { text.span.contains($0.span) }
  }
}
