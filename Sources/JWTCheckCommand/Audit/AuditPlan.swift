import JWTValidation
import TokenAudit
import TokenDiagnosis

/// What a run is to do, from the command line.
struct AuditPlan {
  let settings: AuditSettings
  /// Where an earlier run ended, or the beginning.
  let start: CheckpointFile.Start
  /// Whether an earlier run has left something to go on with.
  let isResumed: Bool
  /// What must be the same in a run that goes on.
  let identity: CheckpointFile.Identity
  let outputPath: String?
  let checkpointPath: String?
  let pagePath: String?
  let showsSummary: Bool
  /// One for each thread.
  let rules: [AuditRules]
  let files: [String]
  let isLineBuffered: Bool

  init(_ arguments: ParsedArguments) throws(CommandFailure) {
    var standardInput = StandardInput()
    let given = arguments[Positionals.auditFiles]
    files = given.isEmpty ? ["-"] : given
    for file in files where file.utf8.elementsEqual("-".utf8) {
      try standardInput.claim(file)
    }
    if given.isEmpty, InputReader.standardInputIsTerminal {
      throw CommandFailure(
        usage: "no file given", hint: "give FILE, or pipe tokens in; - waits for them to be typed")
    }
    isLineBuffered = arguments[Options.lineBuffered]
    outputPath = arguments[Options.output]
    checkpointPath = arguments[Options.resume]
    pagePath = arguments[Options.html]
    showsSummary = arguments[Options.summary]
    try Self.check(arguments, files)
    var settings = try Self.settings(arguments, files)
    let judging = try AuditJudging(arguments, &standardInput)
    if judging.makeRules == nil, settings.lint == nil {
      throw CommandFailure(
        usage: "nothing to judge by",
        hint: "give --policy FILE, or --key KEY and --alg ALG, or --lint")
    }
    settings.showsVeltCode = judging.showsVeltCode
    identity = CheckpointFile.Identity(
      run: Self.identity(settings, files, outputPath), rules: judging.digest)
    let found: CheckpointFile.Start?
    if let checkpointPath {
      found = try CheckpointFile.read(checkpointPath, identity)
    } else {
      found = nil
    }
    isResumed = found != nil
    start = found ?? CheckpointFile.Start(now: settings.now)
    settings.now = start.now
    self.settings = settings
    var rules: [AuditRules] = []
    for _ in 0..<(arguments[Options.jobs] ?? WorkerThreads.coreCount) {
      rules.append(try judging.makeRules?() ?? .form)
    }
    self.rules = rules
  }

  /// The sizes of all files, if each is one whose size says how much there is to read.
  var sizes: [Int64]? {
    var sizes: [Int64] = []
    for file in files {
      guard !Unpacker.isPacked(file), let size = InputReader.size(ofFile: file) else { return nil }
      sizes.append(Int64(size))
    }
    return sizes
  }

  private static func check(
    _ arguments: ParsedArguments, _ files: [String]
  ) throws(CommandFailure) {
    let output = arguments[Options.output]
    if arguments[Options.resume] != nil, output == nil, !arguments[Options.summary] {
      throw CommandFailure(
        usage: "--resume needs --output beside it",
        hint: "what has been written to a pipe cannot be taken back")
    }
    try checkNames(arguments, files)
    if arguments[Options.json], !arguments[Options.summary] {
      throw CommandFailure(
        usage: "--json is about --summary", hint: "results are JSON unless --tsv is given")
    }
    if arguments[Options.summary], output == nil {
      let aboutResults: [any OptionHandle] = [Options.only, Options.tsv, Options.noLine]
      for option in aboutResults where arguments.isGiven(option) {
        throw CommandFailure(
          usage: "--\(option.name) is about results, and --summary alone prints none",
          hint: "give --output FILE for them")
      }
    }
    if arguments[Options.field] != nil, arguments[Options.tsv] {
      throw CommandFailure(.contradiction("--field", "--tsv"))
    }
  }

  /// Nothing that is read may be written, and nothing may be written twice.
  private static func checkNames(
    _ arguments: ParsedArguments, _ files: [String]
  ) throws(CommandFailure) {
    var read = files.map { $0.utf8.elementsEqual("-".utf8) ? "/dev/stdin" : $0 }
    for case .file(let path, _) in arguments[Options.keys] { read.append(path) }
    for option in [Options.policy, Options.request, Options.identify] {
      if let path = arguments[option] { read.append(path.pathBehindMark ?? path) }
    }
    for option in [Options.output, Options.html] {
      if let path = arguments[option], read.contains(where: { OutputFile.areSame($0, path) }) {
        throw CommandFailure(usage: "--\(option.name) names a file that is read")
      }
    }
    let printsResults = arguments[Options.output] == nil && !arguments[Options.summary]
    if printsResults, read.contains(where: { OutputFile.areSame($0, "/dev/stdout") }) {
      throw CommandFailure(
        usage: "standard output is a file that is read",
        hint: "results at its end would be read as tokens, without an end")
    }
    var written: [(option: String, path: String)] = []
    for option in [Options.output, Options.html, Options.resume] {
      if let path = arguments[option] { written.append((option.name, path)) }
    }
    // What is read is no checkpoint, and what is none is never written over by one; only the new one
    // that takes its place could be something else.
    if let path = arguments[Options.resume] {
      let temporary = OutputFile.temporary(for: path)
      if read.contains(where: { OutputFile.areSame($0, temporary) }) {
        throw CommandFailure(usage: "--resume writes a file that is read, \(temporary)")
      }
      written.append((Options.resume.name, temporary))
    }
    for (index, one) in written.enumerated() {
      if let other = written[..<index].first(where: { OutputFile.areSame($0.path, one.path) }) {
        throw CommandFailure(usage: "--\(one.option) and --\(other.option) name the same file")
      }
    }
  }

  private static func identity(
    _ settings: AuditSettings, _ files: [String], _ outputPath: String?
  ) -> JSONTree {
    let form =
      switch settings.form {
      case .tokens: "tokens"
      case .member(let pointer): "field \(pointer)"
      case .search: "find"
      }
    let output =
      switch settings.output {
      case .none: "none"
      case .objects: "json"
      case .columns: "tsv"
      }
    return [
      "files": .array(files.map { .string($0) }), "form": .string(form),
      "output": .string(output), "to": outputPath.map { .string($0) } ?? .null,
      "only": settings.only.map { .string($0.rawValue) } ?? .null,
      "lines": .boolean(settings.showsLine), "lint": .boolean(settings.lint != nil),
      "veltCodes": .boolean(settings.showsVeltCode),
    ]
  }

  private static func settings(
    _ arguments: ParsedArguments, _ files: [String]
  ) throws(CommandFailure) -> AuditSettings {
    var form = AuditSettings.Form.tokens
    if let pointer = arguments[Options.field] { form = .member(pointer) }
    if arguments[Options.find] { form = .search }
    var settings = AuditSettings(
      form: form,
      output: arguments[Options.summary] && arguments[Options.output] == nil
        ? .none : arguments[Options.tsv] ? .columns : .objects,
      only: arguments[Options.only], now: try arguments.now())
    if arguments[Options.summary] || arguments[Options.html] != nil {
      settings.repeatSeed = .random(in: 1...UInt64.max)
    }
    settings.showsLine = !arguments[Options.noLine]
    if files.count > 1 || form == .search { settings.fileNames = files }
    if asksForLint(arguments) {
      settings.lint = AuditSettings.Lint(
        policy: LintPolicy(
          denying: arguments[Options.denied]?.severity ?? .error,
          allowing: Set(arguments[Options.allowed])),
        triesCommonSecrets: arguments[Options.tryCommonSecrets])
    }
    return settings
  }

  /// Whether an option says so, or one that says how.
  private static func asksForLint(_ arguments: ParsedArguments) -> Bool {
    arguments[Options.lint] || arguments[Options.tryCommonSecrets]
      || arguments[Options.denied] != nil || !arguments[Options.allowed].isEmpty
  }
}
