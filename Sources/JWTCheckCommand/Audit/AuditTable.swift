import JOSE
package import StrictCoding
package import TokenAudit
import TokenReport

extension CommandTable {
  static let audit = CommandSpecification(
    .audit,
    summary: "judge many tokens, one result for each",
    discussion: [
      """
      Reads one token a line, from files or standard input, and prints one result a line, in the \
      same order, on as many cores as there are. An identifier and a tab may stand before a token; \
      the result repeats it. --field takes the token out of a JSON object on each line, and --find \
      finds tokens in any text. Files that end in .gz or .zst are read through gzip or zstd.
      """,
      """
      With a request, as check takes it, or --request-field, which finds one in the record of each \
      token, tokens are compared with it. --profile asks for what a kind of token must have.
      """,
      """
      A result names the verdict, its codes, algorithm, kid, issuer, exp, and a digest: the first 8 \
      bytes of the SHA-256 of the token, which itself is never printed. Of a token that is not \
      verified, all of this is what it claims.
      """,
      """
      Keys that a policy file has fetched are fetched once, before the first token; --ca and --timeout \
      are about that.
      """,
      """
      A bad line is a result like any other. The exit code is 0 unless the run itself fails, or \
      --fail-on says otherwise. Ctrl-C prints the summary of what is done.
      """,
    ],
    positionals: [Positionals.auditFiles.specification],
    options: [
      Options.policy, Options.keys, Options.algorithms, Options.issuer, Options.audiences,
      Options.subject, Options.type, Options.auditLeeway, Options.maxLifetime, Options.maxAge,
      Options.required, Options.allowMissingExpiration, Options.allowWeakHMACKey, Options.at,
      Options.certificateFile, Options.timeout,
      Options.profile, Options.request, Options.requestField, Options.userID,
      Options.organizationID, Options.admin, Options.noAdmin, Options.email, Options.identify,
      Options.requestedAt, Options.claimLocations, Options.requireSignature,
      Options.lint, Options.denied, Options.allowed, Options.tryCommonSecrets,
      Options.field, Options.find, Options.tsv, Options.only, Options.noLine, Options.summary,
      Options.json, Options.html, Options.output, Options.resume, Options.failOn, Options.jobs,
      Options.lineBuffered,
    ],
    examples: [
      ("jwtcheck audit tokens.txt --policy policy.json > results.ndjson", "by a policy file"),
      (
        "jwtcheck audit --find access.log.gz --key jwks.json --alg ES256 --summary",
        "what a log holds, in numbers"
      ),
      (
        "jwtcheck audit events.ndjson --field /request/token --policy policy.json --only rejected",
        "records whose token would be refused"
      ),
      (
        "jwtcheck audit exchanges.ndjson --field /response --request-field /request",
        "tokens that are not what was requested"
      ),
    ])
}

/// The outcome that `--fail-on` makes a failure of the run.
package enum FailingVerdict: String, CaseIterable, Sendable {
  case rejected
}

extension Positionals {
  package static let auditFiles = RepeatedPositional(
    "FILE|-", .file, help: "the files to read, one after the other; standard input unless given")
}

extension Options {
  package static let auditLeeway = SingleOption(
    "leeway", "SECONDS", .duration,
    help: "how far clocks may differ; 0 unless given, 30 with a request or --profile velt")
  package static let profile = SingleOption<AuditProfile>(
    "profile", "PROFILE", .choice(),
    help: "ask for what this kind of token must have, too; velt also names verifyToken codes")
  package static let requestField = SingleOption(
    "request-field", "POINTER", .pointer,
    help: "with --field: the request for the token stands in its record, here")

  /// A request that is one for all tokens.
  static let givenRequest: [any OptionHandle] = [
    request, userID, organizationID, admin, noAdmin, email,
  ]
  /// What decides about a token, besides what is read from files.
  static let auditRules: [any OptionHandle] =
    [
      algorithms, auditLeeway, allowWeakHMACKey, profile, requestField, requestedAt,
      claimLocations, requireSignature, lint, denied, allowed, tryCommonSecrets,
    ] + claimPolicy + givenRequest

  package static let lint = Flag("lint", help: "look for what is unwise, too")
  package static let field = SingleOption(
    "field", "POINTER", .pointer,
    help: "each line is a JSON object with the token here, a JSON Pointer")
  package static let find = Flag("find", contrary: "field", help: "find tokens in any text")
  package static let tsv = Flag("tsv", help: "print columns between tabs instead of JSON")
  package static let only = SingleOption<AuditVerdict>(
    "only", "VERDICT", .choice(), help: "print the results with this verdict only")
  package static let noLine = Flag("no-line", help: "leave the number of the line out of results")
  package static let summary = Flag(
    "summary", help: "print numbers and no results; as JSON with --json")
  package static let html = SingleOption(
    "html", "FILE", .file, help: "write the numbers as a page, too")
  package static let output = SingleOption(
    "output", letter: "o", "FILE", .file, help: "write the results to this file")
  package static let resume = SingleOption(
    "resume", "CHECKPOINT", .file,
    help: "go on where an interrupted run ended, and note in this file how far this one is")
  package static let failOn = SingleOption<FailingVerdict>(
    "fail-on", "VERDICT", .choice(), help: "end with exit code 1 if a token is rejected")
  package static let jobs = SingleOption(
    "jobs", "N", .count, help: "use so many threads; as many as there are cores unless given")
  package static let lineBuffered = Flag(
    "line-buffered", help: "print a result as soon as its line is there")
}
