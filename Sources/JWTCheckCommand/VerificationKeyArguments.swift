import JWTValidation
import TokenReport

/// The keys of all `--key` options, with what there is to say about them.
struct VerificationKeyArguments {
  /// The keys.
  let keys: VerificationKeys
  /// Keys of a set that were passed over.
  let notes: [String]

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
    for source in sources {
      let argument = try KeyArgument.read(source, &standardInput)
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
    notes = Self.notes(on: keys.skipped)
  }

  /// What a report says about keys that are not used.
  static func notes(on keys: [SkippedKey]) -> [String] {
    keys.map { "\($0.message) [\($0.code)]" }
  }
}
