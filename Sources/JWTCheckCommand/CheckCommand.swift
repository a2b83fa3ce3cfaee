import JWTValidation
import TokenReport
import Velt

/// `jwtcheck check`: whether a token is the one that was requested.
enum CheckCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    var standardInput = StandardInput()
    let request = try request(arguments, &standardInput)
    let identify = try identify(arguments, &standardInput)
    if let policy = try PolicyCheck(arguments, request, identify, &standardInput) {
      let input = try TokenInput(arguments[Positionals.response], &standardInput)
      let now = try arguments.now()
      return CommandResult(
        input.report(at: now) { policy.report(on: $0, at: now, notes: $1) }, arguments)
    }
    let (verifier, keyNotes) = try verifier(arguments, &standardInput)
    let check = TokenCheck(
      request: request, identify: identify, locations: try locations(arguments),
      leeway: arguments[Options.windowLeeway]?.duration ?? TokenWindow.defaultLeeway,
      requestedAt: arguments[Options.requestedAt]?.date,
      requiresSignature: arguments[Options.requireSignature], verifier: verifier)
    let input = try TokenInput(arguments[Positionals.response], &standardInput)
    let now = try arguments.now()
    let report = input.report(at: now) { token, notes in
      let report = Report.check(token, with: check, at: now, notes: notes + keyNotes)
      guard arguments[Options.trace] else { return report }
      return report.traced(
        by: Trace(of: token) { TraceSource.words(for: $0, arguments) })
    }
    return CommandResult(report, arguments)
  }

  /// The request, from its file or from the options: one or the other, so that it is plain which
  /// value counts.
  private static func request(
    _ arguments: ParsedArguments, _ standardInput: inout StandardInput
  ) throws(CommandFailure) -> TokenRequest {
    let user = arguments[Options.userID]
    let organization = arguments[Options.organizationID]
    let email = arguments[Options.email]
    let isAdmin: Bool? =
      arguments[Options.admin] ? true : arguments[Options.noAdmin] ? false : nil
    guard let path = arguments[Options.request] else {
      guard let user, let organization else {
        throw CommandFailure(
          usage: "check needs the request",
          hint: "give --request FILE, or both --user-id and --organization-id")
      }
      do {
        return try TokenRequest(
          userId: user, organizationId: organization, isAdmin: isAdmin, email: email)
      } catch {
        throw CommandFailure(.usage, error, in: "the request from the options")
      }
    }
    guard user == nil, organization == nil, email == nil, isAdmin == nil else {
      throw CommandFailure(
        usage: "--request contradicts the options that state the request",
        hint: "give the file, or --user-id, --organization-id, --admin, --no-admin and --email")
    }
    let file = try DocumentFile(path, option: "--request", &standardInput)
    do {
      return try TokenRequest(json: file.bytes)
    } catch {
      throw file.failure(error, offset: error.offsetOfFault, hidesContent: true)
    }
  }

  private static func identify(
    _ arguments: ParsedArguments, _ standardInput: inout StandardInput
  ) throws(CommandFailure) -> IdentifyCall? {
    guard let path = arguments[Options.identify] else { return nil }
    let file = try DocumentFile(path, option: "--identify", &standardInput)
    do {
      return try IdentifyCall(json: file.bytes)
    } catch {
      throw file.failure(error, offset: error.offsetOfFault, hidesContent: false)
    }
  }

  static func verifier(
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
  fileprivate var offsetOfFault: Int? {
    if case .missingMember = reason { nil } else { offset }
  }
}
