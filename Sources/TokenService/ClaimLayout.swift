import JOSE
import StrictCoding
import StrictDocuments
import Velt

/// Where in the claims of a token each value stands.
///
/// The layout of the service's own tokens is not published, so it is configured: a template with the
/// members that every token has, and JSON Pointers that say where the values of a request go. By
/// default the template is empty, and each value stands at the top under the name it has in the
/// request:
///
/// ```json
/// {"userId": "user-1", "organizationId": "org-1", "isAdmin": true, "iat": 1700000000,
///  "exp": 1700172800}
/// ```
struct ClaimLayout: Sendable {
  /// The values that a token can have.
  enum Value: String, CaseIterable, Sendable {
    case userId, organizationId, isAdmin, email, permissions
  }

  private let template: JSONTree
  private let places: [(value: Value, names: [[String]])]

  static let standard = ClaimLayout(
    template: .object([]), places: Value.allCases.map { ($0, [[$0.rawValue]]) })

  private init(template: JSONTree, places: [(value: Value, names: [[String]])]) {
    self.template = template
    self.places = places
  }

  /// Reads the member `claims` of a configuration.
  init(_ settings: StrictObject) throws(DocumentFault) {
    try settings.allow(["template"] + Value.allCases.map(\.rawValue))
    if let template = try settings.optionalChild("template") {
      self.template = Self.tree(JSONValue(template.object))
    } else {
      template = .object([])
    }
    var places: [(value: Value, names: [[String]])] = []
    for value in Value.allCases {
      guard settings.object[value.rawValue] != nil else {
        places.append((value, [[value.rawValue]]))
        continue
      }
      var names: [[String]] = []
      for text in try settings.texts(value.rawValue) {
        guard let pointer = try? JSONPointer(text), !pointer.tokens.isEmpty else {
          throw settings.fault(.notAPointer, value.rawValue)
        }
        names.append(pointer.tokens.map { String(decoding: $0, as: UTF8.self) })
      }
      places.append((value, names))
    }
    self.places = places
    try checkPlaces(settings)
  }

  /// Every value is put into its place once, so that what cannot work is found at the start.
  private func checkPlaces(_ settings: StrictObject) throws(DocumentFault) {
    var claims = template
    for name in ["iat", "exp"] where !claims.insert(0, at: [name]) {
      throw settings.fault(.placeTaken, "template")
    }
    for (value, places) in places {
      for names in places where !claims.insert("", at: names[...]) {
        throw settings.fault(.placeTaken, value.rawValue)
      }
    }
  }

  /// The claims of a token that is made now and lives for 48 hours.
  func claims(for order: TokenOrder, at now: NumericDate) -> JSONTree {
    var claims = template
    for (value, places) in places {
      guard let content = order.content(of: value) else { continue }
      for names in places { _ = claims.insert(content, at: names[...]) }
    }
    let end = now.advanced(bySeconds: TokenWindow.length)
    _ = claims.insert(.integer(now.seconds), at: ["iat"])
    _ = claims.insert(.integer(end.seconds), at: ["exp"])
    return claims
  }

  /// A received object as one that members can be added to.
  private static func tree(_ value: JSONValue) -> JSONTree {
    guard let object = value.object else { return .received(value) }
    return .object(object.map { ($0.name, tree($0.value)) })
  }
}

extension TokenOrder {
  /// What a token says for a value; `nil` if the request does not say.
  fileprivate func content(of value: ClaimLayout.Value) -> JSONTree? {
    switch value {
    case .userId: .string(userId)
    case .organizationId: .string(organizationId)
    case .isAdmin: isAdmin.map { .boolean($0) }
    case .email: email.map { .string($0) }
    case .permissions: permissions.map { .received($0) }
    }
  }
}

extension JSONTree {
  /// Puts a value at the end of a way of names, making the objects on the way.
  ///
  /// - Returns: `false` if something else stands there or on the way.
  fileprivate mutating func insert(_ value: JSONTree, at names: ArraySlice<String>) -> Bool {
    guard case .object(var members) = self, let name = names.first else { return false }
    let index = members.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
    if names.count == 1 {
      guard index == nil else { return false }
      members.append((name, value))
    } else if let index {
      guard members[index].value.insert(value, at: names.dropFirst()) else { return false }
    } else {
      var child = JSONTree.object([])
      guard child.insert(value, at: names.dropFirst()) else { return false }
      members.append((name, child))
    }
    self = .object(members)
    return true
  }
}
