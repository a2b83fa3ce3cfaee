import JWTValidation
import TokenReport
import Velt

/// The comparison of a token with its request, by options or by a policy file: what `check` does,
/// `request` with what it was answered, and `inspect` on its page.
struct RequestComparison {
  private enum Rules {
    case options(TokenCheck, notes: [String])
    /// Without a key yet: it is fetched once it is known that it could help.
    case published(TokenCheck, RemoteKeyArguments, [SignatureAlgorithm])
    case policy(PolicyCheck)
  }

  private let rules: Rules
  private let arguments: ParsedArguments

  /// Reads what options name besides the request.
  init(
    _ request: TokenRequest, _ arguments: ParsedArguments, _ standardInput: inout StandardInput
  ) throws(CommandFailure) {
    self.arguments = arguments
    var sources = ContentDigest()
    let identify = try Self.identify(arguments, &standardInput, &sources)
    if let policy = try PolicyCheck(arguments, request, identify, &standardInput) {
      rules = .policy(policy)
      return
    }
    let published = try RemoteKeyArguments(arguments)
    let (verifier, notes) =
      try published == nil ? Self.verifier(arguments, &standardInput) : (nil, [])
    let check = TokenCheck(
      request: request, identify: identify, locations: try Self.locations(arguments),
      leeway: arguments[Options.windowLeeway]?.duration ?? TokenWindow.defaultLeeway,
      requiresSignature: arguments[Options.requireSignature], verifier: verifier)
    if let published {
      rules = .published(check, published, try published.algorithms(arguments))
    } else {
      rules = .options(check, notes: notes)
    }
  }

  /// The report on a token.
  ///
  /// - Throws: a failure that says nothing about the token: keys that cannot be had.
  func report(
    on token: [UInt8], requestedAt: NumericDate?, at now: NumericDate, notes: [String]
  ) throws(CommandFailure) -> Report {
    var check: TokenCheck
    var notes = notes
    switch rules {
    case .policy(let policy):
      return try policy.report(on: token, requestedAt: requestedAt, at: now, notes: notes)
    case .options(let made, let more):
      check = made
      notes += more
    case .published(var made, let published, let algorithms):
      if let report = Report.withoutKeys(token, algorithms, at: now, notes: notes) {
        return traced(report, token)
      }
      let (verifier, more) = try published.verifier(for: algorithms)
      made.verifier = verifier
      check = made
      notes += more
    }
    check.requestedAt = requestedAt
    return traced(.check(token, with: check, at: now, notes: notes), token)
  }

  private func traced(_ report: Report, _ token: [UInt8]) -> Report {
    guard arguments.isGiven(Options.trace) else { return report }
    return report.traced(by: Trace(of: token) { TraceSource.words(for: $0, arguments) })
  }

  /// The identify call, if one is given.
  ///
  /// - Parameter sources: takes the file.
  static func identify(
    _ arguments: ParsedArguments, _ standardInput: inout StandardInput,
    _ sources: inout ContentDigest
  ) throws(CommandFailure) -> IdentifyCall? {
    guard let path = arguments[Options.identify] else { return nil }
    let file = try DocumentFile(path, option: "--identify", &standardInput)
    sources.add(file.bytes)
    do {
      return try IdentifyCall(json: file.bytes)
    } catch {
      throw file.failure(error, offset: error.offsetOfFault, hidesContent: false)
    }
  }

  private static func verifier(
    _ arguments: ParsedArguments, _ standardInput: inout StandardInput
  ) throws(CommandFailure) -> (JWSVerifier?, notes: [String]) {
    guard
      let (keys, algorithms) = try VerificationKeyArguments.pair(in: arguments, &standardInput)
    else { return (nil, []) }
    do {
      let verifier = try JWSVerifier(keys: keys.keys, algorithms: algorithms)
      return (verifier, keys.notes + VerificationKeyArguments.notes(on: verifier.unusedKeys))
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The places that options name replace the likely ones of the same claim.
  static func locations(
    _ arguments: ParsedArguments
  ) throws(CommandFailure) -> ClaimLocations {
    var given: [VeltClaim: [JSONPointer]] = [:]
    for assignment in arguments[Options.claimLocations] {
      guard let claim = VeltClaim(rawValue: assignment.name) else { continue }
      do {
        given[claim, default: []].append(try JSONPointer(assignment.value))
      } catch {
        throw CommandFailure(.usage, error, in: "--claim \(assignment.name)")
      }
    }
    var locations = ClaimLocations.likely
    for (claim, pointers) in given { locations[claim] = pointers }
    return locations
  }
}

extension DocumentError {
  /// The byte that is wrong; `nil` for a member that is missing, which stands nowhere.
  var offsetOfFault: Int? {
    if case .missingMember = reason { nil } else { offset }
  }
}
