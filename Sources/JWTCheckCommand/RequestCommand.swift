import JWTValidation
import TokenReport
import Velt

/// `jwtcheck request`: asks a token endpoint for a token and checks what comes back.
///
/// The connection is `jwtcheckd fetch`'s, a program of its own: this one opens none.
enum RequestCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    if arguments[Options.tokenOnly], arguments[Options.trace] {
      throw CommandFailure(.contradiction("--token-only", "--trace"))
    }
    var standardInput = StandardInput()
    let url = try url(arguments)
    let request = try request(arguments, &standardInput)
    let comparison = try RequestComparison(request, arguments, &standardInput)
    let answer = try fetch(url, request, arguments)
    switch answer.content {
    case .failure(let failure):
      let report = Report.serviceFailure(failure, at: answer.receivedAt)
      return CommandResult(
        arguments[Options.trace] ? report.tracedAsMistake() : report, arguments)
    case .success(let success):
      let report: Report
      if let mistake = TokenMistake(success.token) {
        report = .mistake(mistake, at: answer.receivedAt, isCompared: true)
      } else {
        report = try comparison.report(
          on: success.token, requestedAt: answer.sentAt, at: answer.receivedAt, notes: [])
      }
      return try result(report, success.token, arguments)
    }
  }

  /// A token that was refused is shown for a look at it, but not to a script that would use it.
  private static func result(
    _ report: Report, _ token: [UInt8], _ arguments: ParsedArguments
  ) throws(CommandFailure) -> CommandResult {
    let exitCode = ExitCode(report.conclusion)
    let text = JSONEscape.displayed(token)
    if arguments[Options.tokenOnly] {
      guard exitCode == .accepted else { throw CommandFailure(exitCode, report.verdict.line) }
      return CommandResult(text: text + "\n")
    }
    let tree = report.json
    // A trace is there to be handed on: it shows no token.
    guard case .object(let members) = tree, !arguments[Options.quiet], !arguments[Options.trace]
    else {
      return CommandResult(report, arguments)
    }
    return CommandResult(
      arguments[Options.json] ? .object(members + [("token", .string(text))]) : nil,
      text: "\(report.text(style: arguments.style))\ntoken\n  \(text)\n",
      exitCode: exitCode)
  }

  private static func url(_ arguments: ParsedArguments) throws(CommandFailure) -> EndpointURL {
    let url: EndpointURL
    do {
      url = try EndpointURL(arguments[Options.url] ?? EndpointURL.hosted)
    } catch {
      throw CommandFailure(usage: "the URL \(error.message)", hint: error.hint)
    }
    guard !url.isPlain || url.isLoopback || arguments[Options.allowPlainHTTP] else {
      throw CommandFailure(
        usage: "the URL is http:, so everybody on the way could read the credentials",
        hint: "use https:, or say --allow-plain-http if the way is safe")
    }
    return url
  }

  private static func request(
    _ arguments: ParsedArguments, _ standardInput: inout StandardInput
  ) throws(CommandFailure) -> TokenRequest {
    let sources = [arguments[Options.apiKey], arguments[Options.authToken]]
    if sources.contains(where: { $0?.origin == .commandLine }) {
      StandardError.print(warning: KeyArgument.argumentWarning)
    }
    let apiKey = try secret(sources[0], "--api-key", &standardInput)
    let authToken = try secret(sources[1], "--auth-token", &standardInput)
    do {
      return try TokenRequest(
        userId: arguments[Options.userID] ?? "",
        organizationId: arguments[Options.organizationID] ?? "",
        isAdmin: arguments[Options.admin] ? true : arguments[Options.noAdmin] ? false : nil,
        email: arguments[Options.email], apiKey: apiKey, authToken: authToken)
    } catch {
      throw CommandFailure(.usage, error, in: "the request from the options")
    }
  }

  private static func secret(
    _ source: KeySource?, _ option: String, _ standardInput: inout StandardInput
  ) throws(CommandFailure) -> SecretBytes {
    guard let source else { throw CommandFailure(usage: "\(option) is missing") }
    let argument = try KeyArgument.read(source, &standardInput)
    // Credentials are text on one line; an editor's last line feed is none of theirs.
    let bytes = argument.endsWithNewline ? Array(argument.bytes.dropLast()) : argument.bytes
    guard bytes.allSatisfy({ 0x21...0x7E ~= $0 }), !bytes.isEmpty else {
      throw CommandFailure(
        .unavailable, "\(option) from \(argument.origin) is not one word of visible ASCII")
    }
    return SecretBytes(bytes)
  }
}
