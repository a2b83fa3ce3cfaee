import JWTValidation
import TokenReport
import Velt

/// `jwtcheck check`: whether a token is the one that was requested.
enum CheckCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    var standardInput = StandardInput()
    let report = try reporting(arguments, &standardInput)
    let input = try TokenInput(arguments[Positionals.response], &standardInput)
    let now = try arguments.now()
    return CommandResult(
      try input.report(at: now, isTraced: arguments[Options.trace], isCompared: true) {
        (token, notes) throws(CommandFailure) in try report(token, now, notes)
      }, arguments)
  }

  /// Reads all that is compared with; what comes back makes the report on a token.
  static func reporting(
    _ arguments: ParsedArguments, _ standardInput: inout StandardInput
  ) throws(CommandFailure) -> TokenInput.Reporting {
    var sources = ContentDigest()
    let request = try request(arguments, &standardInput, &sources)
    let comparison = try RequestComparison(request, arguments, &standardInput)
    let requestedAt = arguments[Options.requestedAt]?.date
    return { (token, now, notes) throws(CommandFailure) in
      try comparison.report(on: token, requestedAt: requestedAt, at: now, notes: notes)
    }
  }

  /// The request, from its file or from the options: one or the other, so that it is plain which
  /// value counts.
  ///
  /// - Parameter sources: takes the file.
  static func request(
    _ arguments: ParsedArguments, _ standardInput: inout StandardInput,
    _ sources: inout ContentDigest
  ) throws(CommandFailure) -> TokenRequest {
    let user = arguments[Options.userID]
    let organization = arguments[Options.organizationID]
    let email = arguments[Options.email]
    let isAdmin: Bool? =
      arguments[Options.admin] ? true : arguments[Options.noAdmin] ? false : nil
    guard let path = arguments[Options.request] else {
      guard let user, let organization else {
        throw CommandFailure(
          usage: "\(arguments.command.rawValue) needs the request",
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
    sources.add(file.bytes)
    do {
      return try TokenRequest(json: file.bytes)
    } catch {
      throw file.failure(error, offset: error.offsetOfFault, hidesContent: true)
    }
  }
}
