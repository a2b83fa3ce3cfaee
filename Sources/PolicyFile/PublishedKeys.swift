public import KeyPublication

/// Keys that an issuer publishes, as a policy file names them.
public struct PublishedKeys: Sendable {
  /// Where they are.
  public let location: KeyLocation
  /// How they are fetched: with the hosts that the file allows, else as is standard.
  public let options: RemoteKeyOptions
  /// A PEM file of the certificates to trust instead of the system's, whose path is relative to the
  /// policy file's folder unless it starts with a slash.
  public let certificates: String?
  /// Where the file names them.
  public let place: PolicyPlace
}
