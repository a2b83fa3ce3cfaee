import StrictCoding

extension JSONTree {
  /// Whether the object has a member of that name.
  func has(_ name: String) -> Bool {
    guard case .object(let members) = self else { return false }
    return members.contains { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// The object with another value for a member, or with one more member.
  func setting(_ name: String, _ value: JSONTree) -> JSONTree {
    setting(value, at: JSONPointer(members: [name]))
  }

  /// The object without a member.
  func removing(_ name: String) -> JSONTree { editing([Array(name.utf8)], nil) }

  /// The tree with another value at a place, the way to which is made where it is not there.
  func setting(_ value: JSONTree, at pointer: JSONPointer) -> JSONTree {
    editing(pointer.tokens[...], value)
  }

  /// The tree without the value at a place.
  func removing(at pointer: JSONPointer) -> JSONTree { editing(pointer.tokens[...], nil) }

  private func editing(_ way: ArraySlice<[UInt8]>, _ value: JSONTree?) -> JSONTree {
    guard let name = way.first else { return value ?? self }
    var members: [(name: String, value: JSONTree)] = []
    if case .object(let own) = self { members = own }
    let place = members.firstIndex { $0.name.utf8.elementsEqual(name) }
    let old = place.map { members[$0].value } ?? [:]
    let new = way.count == 1 ? value : old.editing(way.dropFirst(), value)
    switch (place, new) {
    case (let place?, let new?): members[place].value = new
    case (let place?, nil): members.remove(at: place)
    case (nil, let new?): members.append((String(decoding: name, as: UTF8.self), new))
    case (nil, nil): break
    }
    return .object(members)
  }
}
