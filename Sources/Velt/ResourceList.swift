import StrictCoding

/// Finds the organizations in a `permissions.resources` list as the second version of the token
/// endpoint has it.
///
/// A resource is `{"type": "organization"|"folder"|"document", "id": …, "organizationId": …}`. The
/// organization stands in `organizationId`, and for a resource that is an organization also in `id`:
///
/// ```json
/// [{"type": "organization", "id": "org-1"},
///  {"type": "document", "id": "doc-7", "organizationId": "org-1"}]
/// ```
enum ResourceList {
  /// How many different organizations are collected. Two are already too many for a match; the
  /// rest is only to be shown, and a hostile list must not fill the memory.
  private static let maximumCount = 16

  /// Every different organization that the list names and the first place that names it. What has
  /// the wrong type is a place too: the list itself, a resource, or an organization.
  ///
  /// `names` leads to the list and starts the pointers of the places.
  static func organizations(in list: JSONValue, at names: [String]) -> [ClaimPlace] {
    guard let resources = list.array else {
      return [ClaimPlace(JSONPointer(members: names), list, expected: .array)]
    }
    var places: [ClaimPlace] = []
    var seen: Set<ClaimValue> = []
    for (index, resource) in resources.enumerated() {
      for place in organizations(of: resource, at: names + [String(index)])
      where !place.isUsable || seen.insert(place.value).inserted {
        places.append(place)
        if places.count == maximumCount { return places }
      }
    }
    return places
  }

  private static func organizations(of resource: JSONValue, at names: [String]) -> [ClaimPlace] {
    guard let members = resource.object else {
      return [ClaimPlace(JSONPointer(members: names), resource, expected: .object)]
    }
    var carriers = ["organizationId"]
    if members["type"]?.isString("organization") == true { carriers.append("id") }
    return carriers.compactMap { name in
      members[name].map {
        ClaimPlace(JSONPointer(members: names + [name]), $0, expected: .string)
      }
    }
  }
}
