import JOSEKeys
public import JWTValidation

/// A key as somebody gave it: for a diagnosis the bytes count, not only what they were read as.
public struct DiagnosisKey: Sendable {
  /// The bytes as given.
  let bytes: [UInt8]
  /// What they are besides text.
  let loaded: LoadedKeys
  /// Whether the key was found inside base64.
  let isEncoded: Bool
  /// Whether they are a JWK Set without any key: nothing can be found out with it.
  package let isEmptySet: Bool

  /// Takes a key of any form: PEM, DER, JWK, JWK Set, one of these in base64, or a raw secret.
  ///
  /// - Parameters:
  ///   - bytes: the key as it was given, not decoded.
  ///   - isSecret: whether the bytes are a secret whatever they look like.
  /// - Throws: `KeyError` for no bytes and for a key in one of the forms that is broken.
  public init(_ bytes: some Collection<UInt8>, isSecret: Bool = false) throws(KeyError) {
    self.bytes = Array(bytes)
    guard !self.bytes.isEmpty else { throw .empty }
    let nothing = LoadedKeys(keys: [], skipped: [])
    guard !isSecret else {
      loaded = nothing
      isEncoded = false
      isEmptySet = false
      return
    }
    do throws(KeyError) {
      loaded = try KeyLoader.load(self.bytes, acceptsSecret: false, allowsShortSecret: true)
      isEncoded = false
      isEmptySet = loaded.keys.isEmpty && loaded.skipped.isEmpty
    } catch {
      guard error == .unrecognized else { throw error }
      let inner = SecretText.decodings(of: self.bytes).lazy.compactMap { decoded in
        try? KeyLoader.load(decoded.bytes, acceptsSecret: false, allowsShortSecret: true)
      }.first
      loaded = inner ?? nothing
      isEncoded = inner != nil
      isEmptySet = false
    }
  }

  /// Whether the bytes may be a raw secret: nothing else was found in them.
  var isRawSecret: Bool { loaded.keys.isEmpty && loaded.skipped.isEmpty && !isEmptySet }

  /// Whether whoever sees the bytes can make tokens.
  package var isPrivate: Bool {
    isRawSecret
      || loaded.keys.contains { key in
        if case .publicKey = key.material { false } else { true }
      }
  }

  /// The number of keys that the bytes hold, of which a raw secret is one.
  public var count: Int { isRawSecret ? 1 : loaded.keys.count }
}

extension DiagnosisKey: CustomStringConvertible, CustomReflectable {
  /// Never the bytes.
  public var description: String { "<redacted key>" }
  /// Never the bytes.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
