import StrictCoding

/// Reads how long a document may be kept (RFC 9111 §5.2.2).
enum CacheControl {
  /// The lifetime in seconds that a response names; `nil` if it names none, 0 if it must not be kept.
  ///
  /// What cannot be read counts as not there; of two values the smaller counts.
  static func lifetime(_ field: String?, age: String?) -> Int64? {
    guard let field else { return nil }
    var lifetime: Int64?
    for part in field.utf8.split(separator: UInt8(ascii: ",")) {
      let directive = part.filter { $0 != 0x20 && $0 != 0x09 }.map(lowercased)
      if directive.elementsEqual("no-store".utf8) || directive.elementsEqual("no-cache".utf8) {
        return 0
      }
      let name = Array("max-age=".utf8)
      guard directive.starts(with: name), let seconds = seconds(directive[name.count...]) else {
        continue
      }
      lifetime = min(lifetime ?? .max, seconds)
    }
    guard let lifetime else { return nil }
    // The time that the document has spent in caches on the way is over already.
    let spent = age.flatMap { seconds(Array($0.utf8)[...]) } ?? 0
    return max(0, lifetime - spent)
  }

  /// Digits, perhaps quoted; what does not fit is as good as for ever.
  private static func seconds(_ text: ArraySlice<UInt8>) -> Int64? {
    var digits = text
    if digits.count >= 2, digits.first == UInt8(ascii: "\""), digits.last == UInt8(ascii: "\"") {
      digits = digits.dropFirst().dropLast()
    }
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.count > 15
      ? 1 << 40 : digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
  }
}
