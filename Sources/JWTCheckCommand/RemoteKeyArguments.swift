import HTTPMessages
import JWTValidation
import KeyPublication
import StrictDocuments
import TokenReport

/// Keys that an issuer publishes: fetched by the program beside this one, for one token.
struct RemoteKeyArguments {
  private let start: KeyDownload
  private let location: KeyLocation
  private let arguments: ParsedArguments
  /// The certificates to trust, where it is not the command line that says so.
  private let certificateFile: String?

  /// What the help says about them.
  static let discussion = """
    --jwks-url and --issuer-discovery have jwtcheckd, in the same folder, fetch the keys: over TLS, \
    without following redirects, and never from where the token says. A token of an algorithm that is \
    not accepted causes no fetch. If the keys cannot be had, nothing is said about the token and the \
    exit code is 6.
    """

  /// The keys that the command line names by their place.
  ///
  /// - Parameter issuer: the one that `--iss` names.
  /// - Returns: `nil` if it names none.
  init?(_ arguments: ParsedArguments, issuer: String? = nil) throws(CommandFailure) {
    guard let location = try Self.location(arguments, issuer: issuer) else {
      try Self.checkAbsence(of: arguments)
      return nil
    }
    for option in [Options.keys, Options.allowWeakHMACKey] as [any OptionHandle]
    where arguments.isGiven(option) {
      throw CommandFailure(
        .contradiction(option.specification.longForm, Self.optionName(location)))
    }
    var options = RemoteKeyOptions()
    options.plainHTTP = arguments[Options.allowPlainKeys] ? .everywhere : .onLoopback
    let hosts = arguments[Options.jwksHosts]
    if !hosts.isEmpty { options.allowedHosts = hosts + [location.host].compactMap(\.self) }
    do {
      try self.init(location, options, arguments)
    } catch .url(let url) where url.utf8.starts(with: "http://".utf8) {
      throw CommandFailure(
        usage:
          "\(Self.optionName(location)): over http: everybody on the way could exchange the keys",
        hint: "use https:, or say --allow-plain-http if the way is safe")
    } catch {
      throw CommandFailure(.usage, error, in: Self.optionName(location))
    }
  }

  /// The keys at a place.
  init(
    _ location: KeyLocation, _ options: RemoteKeyOptions, _ arguments: ParsedArguments,
    certificateFile: String? = nil
  ) throws(RemoteKeySetupError) {
    start = try KeyDownload(location, options)
    self.location = location
    self.arguments = arguments
    self.certificateFile = certificateFile
  }

  /// The options that make sense only with keys that are fetched.
  private static let companions: [any OptionHandle] = [
    Options.jwksHosts, Options.certificateFile, Options.allowPlainKeys, Options.timeout,
  ]

  /// Refuses the options about fetching where nothing is fetched.
  static func checkAbsence(of arguments: ParsedArguments) throws(CommandFailure) {
    // A request has a connection of its own, which some of them are about.
    guard arguments.command != .request else { return }
    for option in companions where arguments.isGiven(option) {
      throw CommandFailure(
        usage: "\(option.specification.longForm) is about keys that are fetched",
        hint: "give --jwks-url or --issuer-discovery, or a policy file that names such keys")
    }
  }

  /// The option that names their place.
  var optionName: String { Self.optionName(location) }

  private static func optionName(_ location: KeyLocation) -> String {
    switch location {
    case .jwkSet: Options.jwksURL.specification.longForm
    case .discovery: Options.issuerDiscovery.specification.longForm
    }
  }

  private static func location(
    _ arguments: ParsedArguments, issuer: String?
  ) throws(CommandFailure) -> KeyLocation? {
    if let url = arguments[Options.jwksURL] {
      guard !arguments.isGiven(Options.issuerDiscovery) else {
        throw CommandFailure(.contradiction("--jwks-url", "--issuer-discovery"))
      }
      return .jwkSet(url)
    }
    guard arguments.isGiven(Options.issuerDiscovery) else { return nil }
    guard let described = arguments[Options.issuerDiscovery] ?? issuer else {
      throw CommandFailure(
        usage: "--issuer-discovery does not know which issuer to ask",
        hint: "write --issuer-discovery https://id.example")
    }
    return .discovery(issuer: described)
  }

  /// The issuer whose description is asked for; `nil` if none is.
  var describedIssuer: String? {
    if case .discovery(let issuer) = location { issuer } else { nil }
  }

  /// Checks that a policy can be used with them.
  func check(against policy: ValidationPolicy) throws(CommandFailure) {
    do { try location.check(against: policy) } catch {
      throw CommandFailure(.usage, error, in: Self.optionName(location))
    }
  }

  /// The algorithms of the command line, which must be ones of public keys.
  func algorithms(
    _ arguments: ParsedArguments
  ) throws(CommandFailure) -> [SignatureAlgorithm] {
    guard let algorithms = arguments[Options.algorithms] else {
      throw CommandFailure(
        usage: "\(Self.optionName(location)) needs --alg beside it",
        hint: "say which algorithms are accepted, such as --alg ES256; a token must not choose")
    }
    do { try KeyLocation.check(algorithms) } catch {
      throw CommandFailure(.usage, error, in: Self.optionName(location))
    }
    return algorithms
  }

  // MARK: Fetching

  /// What there is to verify with.
  struct Fetched {
    let keys: VerificationKeys
    /// The text that they were read from.
    let text: [UInt8]
    /// Where they came from, and keys of the set that were passed over.
    let notes: [String]
  }

  /// Fetches the keys.
  ///
  /// - Throws: a failure that says nothing about any token.
  func fetch() throws(CommandFailure) -> Fetched {
    var download = start
    while true {
      let request = download.request
      let response = try get(request)
      do throws(KeyFetchFailure) {
        guard let keys = try download.take(response) else { continue }
        return Fetched(
          keys: keys.keys, text: response.body,
          notes: ["the keys came from \(request.url)"]
            + VerificationKeyArguments.notes(on: keys.keys.skipped))
      } catch {
        throw Self.unavailable(request.url, error)
      }
    }
  }

  /// Fetches the keys and makes a verifier of them that looks at signatures only.
  func verifier(
    for algorithms: [SignatureAlgorithm]
  ) throws(CommandFailure) -> (verifier: JWSVerifier, notes: [String]) {
    let fetched = try fetch()
    do {
      return (try JWSVerifier(keys: fetched.keys, algorithms: algorithms), fetched.notes)
    } catch {
      throw unusable(error)
    }
  }

  /// Keys that were fetched and are of no use.
  func unusable(_ error: PolicyError) -> CommandFailure {
    Self.unavailable(start.request.url, KeyFetchFailure.unusable(error))
  }

  private func get(_ request: KeyFetchRequest) throws(CommandFailure) -> KeyFetchResponse {
    let order = FetchOrder.tree(
      url: request.url, milliseconds: DaemonFetch.milliseconds(arguments),
      certificateFile: arguments[Options.certificateFile] ?? certificateFile,
      // Whether this URL may be plain has been decided.
      allowsPlainHTTP: true)
    switch try DaemonFetch.send(order) {
    case .response(let response, _, _):
      return KeyFetchResponse(url: request.url, status: response.status, body: response.body)
    case .failure(let reason, let message):
      throw Self.unavailable(
        request.url, "\(message) [\(reason)]", hint: DaemonFetch.hint(reason))
    }
  }

  private static func unavailable(_ url: String, _ failure: KeyFetchFailure) -> CommandFailure {
    unavailable(url, "\(failure.message) [\(failure.code)]", hint: failure.hint)
  }

  private static func unavailable(
    _ url: String, _ reason: String, hint: String?
  ) -> CommandFailure {
    let outcome = KeySelectionError.keysUnavailable
    return CommandFailure(
      .unavailable, "\(outcome.message) [\(outcome.code)]: \(url): \(reason)",
      hint: hint ?? outcome.hint)
  }
}

extension Report {
  /// The report on a token that no key could help, so that none need be fetched for it; `nil` for
  /// every other.
  static func withoutKeys(
    _ token: [UInt8], _ algorithms: [SignatureAlgorithm], at now: NumericDate, notes: [String]
  ) -> Report? {
    do throws(VerificationFailure) {
      try JWSVerifier.checkBeforeKeys(
        token.span, algorithms, limit: JWSVerifier.defaultMaximumByteCount)
      return nil
    } catch {
      return .verify(
        token, VerificationReport(beforeSignature: error), at: now, notes: notes)
    }
  }
}
