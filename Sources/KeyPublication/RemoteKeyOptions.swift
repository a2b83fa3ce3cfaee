/// How long keys are kept, and how often they are asked for. All times in whole seconds.
public struct RemoteKeyOptions: Equatable, Sendable {
  /// How long keys are fresh at least, whatever the server says: 1 minute.
  public var minimumLifetime: Int64 = 60
  /// How long keys are fresh at most, whatever the server says: 1 day. So long can a key be used
  /// that its issuer has withdrawn.
  public var maximumLifetime: Int64 = 86_400
  /// How long keys are fresh if the server does not say: 10 minutes.
  public var defaultLifetime: Int64 = 600
  /// The share of the lifetime, in hundredths, after which newer keys are fetched while the old ones
  /// are still in use: 80.
  public var refreshAheadPercent: Int64 = 80
  /// How long keys that are no longer fresh are used while newer ones cannot be had: 4 hours.
  public var maximumOutage: Int64 = 14_400
  /// After one fetch for a key that nobody knows, how long until the next: 30 seconds. Tokens with
  /// random key IDs cause no more fetches than that.
  public var coolDown: Int64 = 30
  /// After a failed fetch, how long until the next; doubled with each failure in a row: 1 second.
  public var firstBackOff: Int64 = 1
  /// The longest time between two attempts: 1 minute.
  public var maximumBackOff: Int64 = 60
  /// The largest document that is read: 1 MiB, some 1500 keys.
  public var maximumByteCount = 1 << 20
  /// The hosts, with a port where one is written, that keys may come from; `nil` allows only the host
  /// that was given by name, and for discovery that of the issuer.
  public var allowedHosts: [String]?
  /// Where keys may come from without TLS: from nowhere. An issuer that is described over TLS has its
  /// keys there too, whatever stands here.
  public var plainHTTP = PlainHTTP.refused

  /// The defaults.
  public init() {}

  var isConsistent: Bool {
    minimumLifetime > 0 && minimumLifetime <= maximumLifetime
      && (minimumLifetime...maximumLifetime).contains(defaultLifetime)
      && (1...100).contains(refreshAheadPercent) && maximumOutage >= 0 && coolDown > 0
      && firstBackOff > 0 && firstBackOff <= maximumBackOff && maximumByteCount > 0
  }
}
