/// What says where an issuer publishes its keys, and how they are fetched.
extension Options {
  package static let jwksURL = SingleOption(
    "jwks-url", "URL", .text, help: "fetch the keys from this URL, which gives a JWK Set")
  package static let issuerDiscovery = SingleOption(
    "issuer-discovery", "URL", .text,
    recognizes: { word in
      ["https://", "http://"].contains { word.utf8.starts(with: $0.utf8) }
    },
    help:
      "fetch the keys of this issuer from where it says (OpenID Connect Discovery); without URL, "
      + "of the one that --iss names")
  package static let jwksHosts = RepeatedOption(
    "jwks-host", "HOST[:PORT]", .text,
    help: "a host that the keys may come from too, if the issuer names it")
  package static let allowPlainKeys = Flag(
    "allow-plain-http", help: "fetch keys over http: from other machines too")
}
