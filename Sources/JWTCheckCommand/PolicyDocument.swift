import JWTValidation
import PolicyFile
import TokenReport

/// The policy file that `--policy` names, with its keys.
struct PolicyDocument {
  /// The policy.
  let file: PolicyFile
  /// The keys of each of its entries; of those whose keys are still to be fetched, none.
  var keys: [VerificationKeys]
  /// What fetches the keys of each of its entries, where that is to be done.
  var remote: [RemoteKeyArguments?]
  /// What to call the file in messages.
  let name: String
  /// The file and all keys as they were read.
  var digest: ContentDigest

  /// Reads the file and every key that it names, and those of `--key` for the one entry that leaves
  /// its keys out.
  ///
  /// - Returns: `nil` if there is no `--policy`.
  init?(
    _ arguments: ParsedArguments, _ standardInput: inout StandardInput
  ) throws(CommandFailure) {
    guard let path = arguments[Options.policy] else { return nil }
    // Elsewhere than where a request is compared, `--claim` means something else.
    let comparing: [CommandName] = [.check, .request, .inspect, .audit]
    let replaced =
      Options.replacedByPolicy
      + (comparing.contains(arguments.command) ? Options.replacedByRequestProfile : [])
    for option in replaced where arguments.isGiven(option) {
      throw CommandFailure(
        usage: "\(option.specification.longForm) contradicts --policy",
        hint: "say it in the policy file, so that the file says everything")
    }
    let document = try DocumentFile(path, option: "--policy", &standardInput)
    file = try Self.read(document)
    name = document.name
    var digest = ContentDigest()
    digest.add(document.bytes)
    var keys: [VerificationKeys] = []
    for entry in file.entries {
      keys.append(
        try entry.keys { (reference) throws(CommandFailure) in
          try Self.fetch(reference, of: document, besides: path, &digest)
        })
    }
    try Self.add(arguments, to: &keys, of: file, &standardInput, &digest)
    self.keys = keys
    self.digest = digest
    remote = try Self.remote(file, arguments, document, besides: path)
  }

  /// Keys of sets that were passed over.
  var notes: [String] {
    keys.flatMap(\.skipped).map { "\($0.message) [\($0.code)]" }
  }

  /// What a decision about a token rests on, by the entry that it is judged by.
  ///
  /// - Parameter count: how many keys there were, if they were fetched.
  func trace(
    of token: [UInt8], _ position: Int?, fetched count: Int? = nil, _ arguments: ParsedArguments
  ) -> Trace {
    guard let position else { return Trace(of: token) { TraceSource.always($0) } }
    let entry = file.entries[position]
    let count = count ?? (remote[position] == nil ? keys[position].count : nil)
    return Trace(of: token, policy: entry.policy, keyCount: count) { [name] in
      TraceSource.words(for: $0, in: entry, of: name, arguments)
    }
  }

  /// A verifier for tokens of all issuers.
  ///
  /// - Parameter policies: in the place of those of the entries, if not `nil`.
  func verifier(policies: [ValidationPolicy]? = nil) throws(CommandFailure) -> PolicyVerifier {
    do {
      return try file.verifier(keys: keys, policies: policies ?? file.entries.map(\.policy))
    } catch {
      throw failure(error)
    }
  }

  /// What is wrong with the policy and its keys together.
  func failure(_ error: PolicyError) -> CommandFailure {
    CommandFailure(.unavailable, error, in: name)
  }

  /// Reads a policy; a mistake is shown under a caret.
  static func read(_ document: DocumentFile) throws(CommandFailure) -> PolicyFile {
    do {
      return try PolicyFile(json: document.bytes)
    } catch {
      throw document.failure(error, offset: error.offset, hidesContent: error.isAboutSecret)
    }
  }

  private static func fetch(
    _ reference: KeyReference, of document: DocumentFile, besides path: String,
    _ digest: inout ContentDigest
  ) throws(CommandFailure) -> VerificationKeys {
    let source: KeySource
    switch reference.source {
    case .file(let name): source = .file(path: resolved(name, besides: path), isMarked: true)
    case .environment(let name): source = .environment(name: name)
    case .inline(let keys): return keys
    }
    let place = document.sourcePlace(at: reference.place.offset, hidesContent: false)
    let argument: KeyArgument
    do {
      argument = try KeyArgument(source)
    } catch {
      throw CommandFailure(
        .unavailable, "\(document.name): \(error.message)", hint: hint(error), place: place)
    }
    digest.add(argument.bytes)
    do {
      let keys = try reference.keys(from: argument.bytes)
      argument.warn(of: keys.loaded.keys)
      return keys
    } catch {
      throw CommandFailure(
        .unavailable, error, in: "\(document.name): key from \(argument.origin)", place: place)
    }
  }

  /// What to do about a key that a policy names; the hints of `--key` are about its own forms.
  private static func hint(_ error: KeyArgumentError) -> String? {
    if case .input(let error) = error, error.isMissing {
      return "a path in a policy starts from the folder of the policy"
    }
    return error.hint
  }

  /// A path as the policy means it: relative to the policy's own folder.
  static func resolved(_ name: String, besides path: String) -> String {
    let path = path.pathBehindMark ?? path
    guard name.utf8.first != UInt8(ascii: "/"),
      let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    else { return name }
    return path[...slash] + name
  }

  private static func add(
    _ arguments: ParsedArguments, to keys: inout [VerificationKeys], of file: PolicyFile,
    _ standardInput: inout StandardInput, _ digest: inout ContentDigest
  ) throws(CommandFailure) {
    let sources = arguments[Options.keys]
    let open = file.entries.indices.filter {
      file.entries[$0].keys.isEmpty && file.entries[$0].publishedKeys == nil
    }
    guard !sources.isEmpty else {
      guard !arguments.isGiven(Options.allowWeakHMACKey) else {
        throw CommandFailure(
          usage: "--allow-weak-hmac-key is about --key",
          hint: "write \"shortSecret\": \"why\" beside the key in the policy file")
      }
      return
    }
    guard open.count == 1, let position = open.first else {
      throw CommandFailure(
        usage: open.isEmpty
          ? "--key contradicts --policy: the file names its keys"
          : "--key cannot be for several issuers",
        hint: "name each key in the policy file")
    }
    let given = try VerificationKeyArguments(
      sources, for: file.entries[position].policy.algorithms,
      weakSecretReason: arguments[Options.allowWeakHMACKey], &standardInput)
    keys[position] = given.keys
    digest.add(given.digest)
  }
}

extension PolicyFileError {
  /// Whether what the caret would show is a secret.
  fileprivate var isAboutSecret: Bool {
    switch reason {
    case .secret, .key: true
    default: false
    }
  }
}
