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
  /// - Parameter keys: what the bytes turned out to be.
  func warn(of keys: [LoadedKey]) {
    if isInArguments, keys.contains(where: \.isPrivate) {
      StandardError.print(warning: Self.argumentWarning)
    }
    if endsWithNewline, holdsRawSecret(keys) {
      StandardError.print(
        warning: "the secret from \(origin) ends with a line feed, which counts as part of it")
    }
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
