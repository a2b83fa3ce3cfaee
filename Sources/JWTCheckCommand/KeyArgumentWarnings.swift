import JOSEKeys
import StrictCoding

extension KeyArgument {
  /// Reads a key from where its KEY says.
  static func read(
    _ source: KeySource, _ standardInput: inout StandardInput
  ) throws(CommandFailure) -> KeyArgument {
    if case .standardInput = source { try standardInput.claim("KEY") }
    do {
      return try KeyArgument(source)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Says on standard error what a user should know about where a secret came from and how it
  /// ends.
  ///
  /// - Parameters:
  ///   - keys: what the bytes turned out to be.
  ///   - hasWarned: whether it was said of another key that it stood in the arguments: once is enough.
  func warn(of keys: [LoadedKey], _ hasWarned: inout Bool) {
    if isInArguments, !hasWarned, keys.contains(where: \.isPrivate) {
      StandardError.print(warning: Self.argumentWarning)
      hasWarned = true
    }
    if endsWithNewline, holdsRawSecret(keys) {
      StandardError.print(
        warning: "the secret from \(origin) ends with a line feed, which counts as part of it")
    }
  }

  /// The same for the only key of a command.
  func warn(of keys: [LoadedKey]) {
    var hasWarned = false
    warn(of: keys, &hasWarned)
  }

  /// Whether the bytes themselves are the secret, and not a JWK that holds one.
  private func holdsRawSecret(_ keys: [LoadedKey]) -> Bool {
    guard keys.count == 1, let key = keys.first, case .secret(let secret, _) = key.material else {
      return false
    }
    return secret.count == bytes.count
  }
}

extension LoadedKey {
  /// Whether whoever sees the key can sign with it.
  fileprivate var isPrivate: Bool {
    switch material {
    case .secret, .privateKey: true
    case .publicKey: false
    }
  }
}
