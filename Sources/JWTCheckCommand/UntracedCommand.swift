extension CommandName {
  /// Why the command has no `--trace`, for whoever looks for it there; `nil` where it has one.
  var reasonAgainstTrace: String? {
    switch self {
    case .decode, .verify, .check, .policy, .request, .diagnose, .lint: nil
    case .audit: "take one of its tokens and give it to verify --trace"
    case .inspect: "inspect shows what decode, verify or check shows, and they have --trace"
    case .diff, .sign, .explain, .help, .completions, .man:
      "\(rawValue) judges no token, so there is nothing to trace"
    }
  }
}
