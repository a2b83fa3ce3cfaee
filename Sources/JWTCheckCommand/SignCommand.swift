import JWTIssuing
import JWTValidation
import TokenReport

/// `jwtcheck sign`: a token for tests and local work.
enum SignCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    guard let source = arguments[Options.key], let algorithm = arguments[Options.algorithm] else {
      throw CommandFailure(usage: "sign needs --key and --alg")
    }
    guard !arguments.isGiven(Options.at) || arguments.isGiven(Options.expiresIn) else {
      throw CommandFailure(
        usage: "--at is the time from which --expires-in counts, and that is not given",
        hint: "claims in the file are not changed: leave --at out, or add --expires-in")
    }
    var standardInput = StandardInput()
    let file = try DocumentFile(
      claimsPath(arguments), option: "CLAIMS.json", &standardInput)
    let key = try key(source, for: algorithm, arguments, &standardInput)
    let claims = try claims(file, arguments)
    do throws(SigningError) {
      let signer = try TokenSigner(
        key: key, algorithm: algorithm, type: arguments[Options.type] ?? "JWT")
      let token = try signer.sign(claims)
      if token.utf8.count > JWSVerifier.defaultMaximumByteCount {
        StandardError.print(
          warning: "verifiers of this library refuse a token of more than 1 MiB [token.too-large]")
      }
      return CommandResult(text: token + "\n")
    } catch {
      throw CommandFailure(error, in: "the token")
    }
  }

  private static func claimsPath(_ arguments: ParsedArguments) throws(CommandFailure) -> String {
    if let path = arguments[Positionals.claims] {
      guard path.utf8.first != UInt8(ascii: "{") else {
        throw CommandFailure(
          usage: "CLAIMS.json is a file, and this looks like the claims themselves",
          hint: "pipe them in: echo '{...}' | jwtcheck sign --key KEY --alg ALG")
      }
      return path
    }
    guard !InputReader.standardInputIsTerminal else {
      throw CommandFailure(
        usage: "no claims given", hint: "give CLAIMS.json, or pipe a JSON object in")
    }
    return "-"
  }

  private static func key(
    _ source: KeySource, for algorithm: SignatureAlgorithm, _ arguments: ParsedArguments,
    _ standardInput: inout StandardInput
  ) throws(CommandFailure) -> SigningKey {
    let argument = try KeyArgument.read(source, &standardInput)
    let keyID = arguments[Options.keyID]
    let length: SecretLength =
      arguments[Options.allowWeakHMACKey].map { .any($0) } ?? .atLeastHash
    do {
      let key: SigningKey =
        argument.mustBeSecret
        ? try .secret(argument.bytes, keyID: keyID, length: length)
        : try .detecting(argument.bytes, for: algorithm, keyID: keyID, secretLength: length)
      argument.warn(of: [key.loaded])
      return key
    } catch {
      throw CommandFailure(error, in: "key from \(argument.origin)")
    }
  }

  /// The claims of the file in their order, with `iat` and `exp` set where a lifetime is given.
  private static func claims(
    _ file: DocumentFile, _ arguments: ParsedArguments
  ) throws(CommandFailure) -> JSONTree {
    let value: JSONValue
    do {
      value = try JSONValue.parse(file.bytes)
    } catch {
      throw file.failure(error, offset: error.offset, hidesContent: false)
    }
    guard let object = value.object else {
      let error = TokenError.notAnObject(.payload, found: value.kind)
      // Its own words speak of what was decoded; here nothing was.
      throw CommandFailure(
        .unavailable,
        "\(file.name): \(value.kind.words) where a JSON object of claims is needed [\(error.code)]",
        hint: error.hint)
    }
    var members = object.map { (name: $0.name, value: JSONTree.received($0.value)) }
    if let lifetime = arguments[Options.expiresIn] {
      let now = try arguments.now()
      set("iat", to: now.seconds, in: &members)
      set("exp", to: now.advanced(bySeconds: lifetime.seconds).seconds, in: &members)
    }
    return .object(members)
  }

  /// Replaces the value where the claim stands, or adds the claim at the end.
  private static func set(
    _ claim: String, to seconds: Int64, in members: inout [(name: String, value: JSONTree)]
  ) {
    if let index = members.firstIndex(where: { $0.name.utf8.elementsEqual(claim.utf8) }) {
      members[index].value = .integer(seconds)
    } else {
      members.append((claim, .integer(seconds)))
    }
  }
}

extension CommandFailure {
  /// A token that is not made, in the words that a verifier would have for the same mistake.
  init(_ error: SigningError, in origin: String) {
    switch error {
    case .key(let error): self.init(.unavailable, error, in: origin)
    case .unknownKeyID(let name):
      self.init(
        .unavailable,
        "\(origin): no key given has the \"kid\" \(ShownText.quoted(name)) [kid.unknown]",
        hint: "leave --kid out, or name one that the file has")
    case .ambiguousKey(let count):
      self.init(
        .unavailable, "\(origin): \(count) keys could sign [kid.ambiguous]",
        hint: "name one with --kid, or give a file that holds one key")
    case .token(let error): self.init(.unavailable, error, in: origin)
    case .header(let errors):
      self.init(
        .unavailable, "\(origin): \(errors.map(\.message).joined(separator: "; "))")
    }
  }
}
