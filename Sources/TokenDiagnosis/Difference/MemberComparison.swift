import JWTValidation

/// Compares the members of two objects.
struct MemberComparison {
  private let segment: TokenSegment

  /// Claims whose elements have no order.
  private static let sets = FoldedName.set(
    "aud", "amr", "roles", "groups", "permissions", "scopes", "scp", "entitlements",
    "authorities", "realmroles", "crit")
  /// Claims whose words have no order (RFC 8693 §4.2).
  private static let wordLists = FoldedName.set("scope", "scp", "scopes")
  /// Claims that are times in every token; others are times by their names.
  private static let times = FoldedName.set(
    "exp", "nbf", "iat", "authtime", "updatedat", "expiresat", "issuedat", "createdat")

  init(_ segment: TokenSegment) { self.segment = segment }

  /// The members of both, compared; nested objects member by member.
  func rows(_ first: JSONObject, _ second: JSONObject, _ path: [String]) -> [MemberDifference] {
    let (inFirst, inSecond) = (first.valuesByName, second.valuesByName)
    let shared = first.flatMap { member -> [MemberDifference] in
      let path = path + [member.name]
      guard let other = inSecond[member.nameBytes] else {
        return [single(.removed, path, member)]
      }
      if let a = member.value.object, let b = other.object, !a.isEmpty, !b.isEmpty {
        return rows(a, b, path)
      }
      return [compare(path, FoldedName.fold(member.nameBytes), member.value, other)]
    }
    let added = second.filter { inFirst[$0.nameBytes] == nil }
      .map { single(.added, path + [$0.name], $0) }
    return shared + added
  }

  /// A member of one side; a time is one there too.
  private func single(
    _ kind: MemberDifference.Kind, _ path: [String], _ member: JSONObject.Element
  ) -> MemberDifference {
    row(
      path, kind, isTime(FoldedName.fold(member.nameBytes)) ? .time(secondsLater: nil) : .value,
      kind == .removed ? member.value : nil, kind == .added ? member.value : nil)
  }

  private func isTime(_ name: [UInt8]) -> Bool {
    segment == .payload && Self.times.contains(name)
  }

  private func compare(
    _ path: [String], _ name: [UInt8], _ first: JSONValue, _ second: JSONValue
  ) -> MemberDifference {
    let isSameText = first.sourceText.utf8.elementsEqual(second.sourceText.utf8)
    if isTime(name) {
      return row(
        path, kind(JSONMeaning(first) == JSONMeaning(second), isSameText),
        .time(secondsLater: Self.difference(first, second)), first, second)
    }
    if let a = Self.elements(first, name), let b = Self.elements(second, name) {
      let (inFirst, inSecond) = (Set(a.map(JSONMeaning.init)), Set(b.map(JSONMeaning.init)))
      let added = b.filter { !inFirst.contains(JSONMeaning($0)) }
      let removed = a.filter { !inSecond.contains(JSONMeaning($0)) }
      return row(
        path, kind(added.isEmpty && removed.isEmpty, isSameText),
        .set(added: added.map(\.sourceText), removed: removed.map(\.sourceText)), first, second)
    }
    return row(
      path, kind(JSONMeaning(first) == JSONMeaning(second), isSameText), .value, first, second)
  }

  private func kind(_ isEqual: Bool, _ isSameText: Bool) -> MemberDifference.Kind {
    isSameText ? .same : isEqual ? .respelled : .changed
  }

  private func row(
    _ path: [String], _ kind: MemberDifference.Kind, _ comparison: MemberDifference.Comparison,
    _ first: JSONValue?, _ second: JSONValue?
  ) -> MemberDifference {
    MemberDifference(
      segment: segment, pointer: JSONPointer(members: path), kind: kind, comparison: comparison,
      first: first, second: second)
  }

  private static func difference(_ first: JSONValue, _ second: JSONValue) -> Int64? {
    guard let a = first.number.flatMap({ NumericDate($0) }),
      let b = second.number.flatMap({ NumericDate($0) })
    else { return nil }
    return b.seconds(since: a)
  }

  /// The elements of a value that is a set under this name; `nil` if it is none.
  private static func elements(_ value: JSONValue, _ name: [UInt8]) -> [JSONValue]? {
    if let array = value.array { return sets.contains(name) ? array : nil }
    guard value.kind == .string else { return nil }
    if wordLists.contains(name) { return words(value) }
    // One audience as a string is a set of one (RFC 7519 §4.1.3).
    return sets.contains(name) ? [value] : nil
  }

  /// The words of a string as strings of their own.
  private static func words(_ value: JSONValue) -> [JSONValue] {
    (value.stringBytes ?? []).split(separator: 0x20).compactMap { word in
      try? JSONValue.parse(JSONTree.string(String(decoding: word, as: UTF8.self)).encoded())
    }
  }
}
