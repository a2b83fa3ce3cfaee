package import JOSE
import TokenReport

/// Every option of the tool: declared here once, named in `CommandTable`, read from
/// `ParsedArguments`. Two commands share a constant where the option means the same in both.
package enum Options {
  // MARK: Everywhere

  package static let help = Flag("help", letter: "h", help: "print this help")
  package static let version = Flag("version", help: "print the version")
  package static let color = SingleOption<ColorMode>(
    "color", "WHEN", .choice(), help: "use colour and bold; auto means on a terminal only")

  // MARK: Output and time

  package static let json = Flag(
    "json", letter: "j", help: "print one JSON object instead of text")
  package static let quiet = Flag(
    "quiet", letter: "q", help: "print nothing; the exit code says it all")
  package static let claim = SingleOption(
    "claim", "CLAIM", .text,
    help: "print only this claim (a name or a JSON Pointer); nothing if the token is rejected")
  package static let redact = Flag(
    "redact", help: "leave out the token and every value but times and algorithm names")
  package static let trace = Flag(
    "trace", help: "tell every check with its inputs and who asked for it, without values")
  package static let at = SingleOption(
    "at", "TIME", .time, help: "judge the token at this time instead of now")

  package static let issuedAt = SingleOption(
    "at", "TIME", .time, help: "with --expires-in: take this time for iat instead of now")

  // MARK: Key and algorithm

  package static let keys = RepeatedOption(
    "key", letter: "k", "KEY", .key, help: "a key that may have signed the token")
  package static let key = SingleOption(
    "key", letter: "k", "KEY", .key, help: "the key to sign with")
  package static let algorithms = SingleOption(
    "alg", letter: "a", "ALG[,ALG...]", .algorithms,
    help: "the algorithms that are accepted; never taken from the token")
  package static let algorithm = SingleOption<SignatureAlgorithm>(
    "alg", letter: "a", "ALG", .choice(), help: "the algorithm to sign with")
  package static let allowWeakHMACKey = SingleOption(
    "allow-weak-hmac-key", "REASON", .text,
    help: "accept an HMAC key shorter than the hash, for the reason given")
  package static let keyID = SingleOption(
    "kid", "KID", .text, help: "the key ID to put into the header")

  // MARK: Rules for the claims

  package static let issuer = SingleOption(
    "iss", "ISSUER", .text, help: "the issuer that the token must name")
  package static let audiences = RepeatedOption(
    "aud", "AUDIENCE", .text, help: "an audience of which the token must name at least one")
  package static let subject = SingleOption(
    "subject", "SUBJECT", .text, help: "the subject (sub) that the token must name")
  package static let type = SingleOption(
    "typ", "TYPE", .text, help: "the type (typ) in the token's header")
  package static let leeway = SingleOption(
    "leeway", "SECONDS", .duration, help: "how far clocks may differ; 0 unless given")
  package static let windowLeeway = SingleOption(
    "leeway", "SECONDS", .duration, help: "how far clocks may differ; 30 unless given")
  package static let maxLifetime = SingleOption(
    "max-lifetime", "SECONDS", .duration, help: "the longest time from iat to exp")
  package static let maxAge = SingleOption(
    "max-age", "SECONDS", .duration, help: "the longest time from iat to now")
  package static let required = RepeatedOption(
    "require", "CLAIM", .text, help: "a claim that must be there")
  package static let allowMissingExpiration = Flag(
    "allow-missing-exp", help: "accept a token that never expires")
  package static let expiresIn = SingleOption(
    "expires-in", "DURATION", .duration, help: "set iat to now and exp to so much later")

  // MARK: The request

  package static let request = SingleOption(
    "request", "FILE", .file, help: "the token request as JSON")
  package static let identify = SingleOption(
    "identify", "FILE", .file, help: "what the front end passes to identify(), as JSON")
  package static let userID = SingleOption(
    "user-id", "ID", .text, help: "the user that was requested")
  package static let organizationID = SingleOption(
    "organization-id", "ID", .text, help: "the organization that was requested")
  package static let admin = Flag(
    "admin", contrary: "no-admin", help: "an administrator was requested")
  package static let noAdmin = Flag(
    "no-admin", contrary: "admin", help: "no administrator was requested")
  package static let email = SingleOption(
    "email", "EMAIL", .text, help: "the e-mail address that was requested")
  package static let requireSignature = Flag(
    "require-signature", help: "refuse to answer without a key that fits")
  package static let claimLocations = RepeatedOption(
    "claim", "NAME=POINTER", .assignment(to: ["userId", "organizationId", "isAdmin", "email"]),
    help: "where the token holds a value, as a JSON Pointer")
  package static let requestedAt = SingleOption(
    "requested-at", "TIME", .time, help: "when the token was requested")

  // MARK: The token endpoint

  package static let apiKey = SingleOption(
    "api-key", "KEY", .key, help: "the API key of the account")
  package static let authToken = SingleOption(
    "auth-token", "KEY", .key, help: "the auth token of the account")
  package static let url = SingleOption(
    "url", "URL", .text, help: "the endpoint; that of the hosted service unless given")
  package static let certificateFile = SingleOption(
    "ca", "FILE", .file, help: "certificates to trust instead of the system's, as PEM")
  package static let allowPlainHTTP = Flag(
    "allow-plain-http", help: "send credentials over http: to other machines too")
  package static let timeout = SingleOption(
    "timeout", "DURATION", .duration, help: "how long the answer may take; 10 s unless given")
  package static let tokenOnly = Flag(
    "token-only", help: "print the token alone, and nothing if it is rejected")
}

/// Every positional argument of the tool.
package enum Positionals {
  package static let token = Positional(
    "TOKEN|@FILE|-", .token,
    help: "the token, a file that holds it, or standard input (also when left out in a pipe)")
  package static let response = Positional(
    "TOKEN|@RESPONSE.json|-", .token,
    help: "the token, or a file or standard input with the token or the whole response")
  package static let claims = Positional(
    "CLAIMS.json|-", .file,
    help: "the claims as a JSON object; standard input when left out in a pipe")
  package static let command = Positional<CommandName>(
    "COMMAND", .choice(), help: "the command to explain")
  package static let code = Positional<String>(
    "CODE", .code(among: CodeCatalog.all), help: "the code to explain")
  package static let shell = Positional<Shell>(
    "SHELL", .choice(), isRequired: true, help: "the shell to write completions for")
}
