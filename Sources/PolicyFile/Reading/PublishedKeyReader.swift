import JWTValidation
import KeyPublication

/// Reads where the keys of an entry are published.
enum PublishedKeyReader {
  private static let places = ["jwkSet", "discovery"]

  /// Reads the member `keys` where it is an object.
  static func keys(
    _ member: Member, for policy: ValidationPolicy
  ) throws(PolicyFileError) -> PublishedKeys {
    let members = try member.members(or: [.array])
    try members.expectOnly(places + ["hosts", "certificates"])
    let named = places.compactMap { members.optional($0) }
    guard named.count == 1, let place = named.first else { throw member.error(.keySource) }
    let location = try location(place, of: policy)
    var options = RemoteKeyOptions()
    // A policy may be tried out with a server on the same machine.
    options.plainHTTP = .onLoopback
    if let hosts = members.optional("hosts") {
      options.allowedHosts = try hosts.strings() + [location.host].compactMap(\.self)
    }
    do {
      try location.check(against: policy)
      _ = try KeyDownload(location, options)
    } catch {
      throw place.error(.remote(error))
    }
    return PublishedKeys(
      location: location, options: options,
      certificates: try members.optionalString("certificates"), place: member.place)
  }

  private static func location(
    _ place: Member, of policy: ValidationPolicy
  ) throws(PolicyFileError) -> KeyLocation {
    guard place.path.last?.utf8.elementsEqual("discovery".utf8) == true else {
      return .jwkSet(try place.string())
    }
    guard let isOn = place.value.boolean else { throw place.wrongType([.boolean]) }
    guard isOn else { throw place.error(.unknownWord(known: ["true"])) }
    guard case .exactly(let issuer) = policy.issuer else {
      throw place.error(.remote(.issuerDiffers))
    }
    return .discovery(issuer: issuer)
  }
}
