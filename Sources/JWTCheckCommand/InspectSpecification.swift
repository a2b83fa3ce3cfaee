/// The entry of `inspect` in the table of commands.
enum InspectSpecification {
  static let value = CommandSpecification(
    .inspect,
    summary: "write a report on a token as an HTML page, for a ticket or a review",
    discussion: [
      """
      Prints one self-contained page: it loads nothing, sends nothing and works without a network. \
      It shows what decode shows; nothing is verified. The page holds the token, so whoever gets \
      the page has it; --redact leaves it out, with every value of header and claims but times and \
      algorithm names.
      """
    ],
    positionals: [Positionals.token],
    options: [Options.redact, Options.at],
    examples: [
      ("jwtcheck inspect @token.txt --redact > report.html", "a page that can be passed on")
    ])
}
