import JWTValidation
import TokenReport

/// The keys of all `--key` options, with what there is to say about them.
struct VerificationKeyArguments {
  /// The keys.
  let keys: VerificationKeys
  /// Keys of a set that were passed over.
  let notes: [String]
  /// The keys as they were read.
  let digest: ContentDigest

  /// Reads every key.
  ///
  /// - Parameter algorithms: decide whether bytes of no known form are a secret.
  init(
    _ sources: [KeySource], for algorithms: [SignatureAlgorithm], weakSecretReason: String?,
    _ standardInput: inout StandardInput
  ) throws(CommandFailure) {
    let length: VerificationKeys.SecretLength =
      weakSecretReason.map { .any($0) } ?? .atLeastHash
    var keys: VerificationKeys?
    var hasWarned = false
    var digest = ContentDigest()
    for source in sources {
      let argument = try KeyArgument.read(source, &standardInput)
      digest.add(argument.bytes)
      let loaded: VerificationKeys
      do throws(KeyError) {
        loaded =
          argument.mustBeSecret
          ? try .secret(argument.bytes, length: length)
          : try .detecting(argument.bytes, for: algorithms, secretLength: length)
      } catch {
        throw CommandFailure(.unavailable, error, in: "key from \(argument.origin)")
      }
      argument.warn(of: loaded.loaded.keys, &hasWarned)
      keys = keys.map { $0 + loaded } ?? loaded
    }
    guard let keys else { throw CommandFailure(usage: "no key given") }
    self.keys = keys
    self.digest = digest
    notes = Self.notes(on: keys.skipped)
  }

  /// The keys and the algorithms of `--key` and `--alg` where both may be left out; `nil` if they are.
  ///
  /// - Throws: a failure if one stands without the other.
  static func pair(
    in arguments: ParsedArguments, _ standardInput: inout StandardInput
  ) throws(CommandFailure) -> (keys: Self, algorithms: [SignatureAlgorithm])? {
    let sources = arguments[Options.keys]
    guard let algorithms = arguments[Options.algorithms] else {
      guard sources.isEmpty else {
        throw CommandFailure(
          usage: "--key needs --alg beside it",
          hint: "say which algorithms are accepted, such as --alg HS256; a token must not choose")
      }
      return nil
    }
    guard !sources.isEmpty else { throw CommandFailure(usage: "--alg needs --key beside it") }
    let keys = try Self(
      sources, for: algorithms, weakSecretReason: arguments[Options.allowWeakHMACKey],
      &standardInput)
    return (keys, algorithms)
  }

  /// What a report says about keys that are not used.
  static func notes(on keys: [SkippedKey]) -> [String] {
    keys.map { "\($0.message) [\($0.code)]" }
  }
}
