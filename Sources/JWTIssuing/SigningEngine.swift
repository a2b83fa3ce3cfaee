import JOSE
import JOSEKeys
import Libcrypto

/// One key made ready to sign with one algorithm.
struct SigningEngine: Sendable {
  private enum Operation: Sendable {
    case authenticate(MessageAuthenticator)
    case sign(Signer)
  }

  private let operation: Operation
  private let algorithm: SignatureAlgorithm

  /// - Throws: `KeyError` if the key and the algorithm do not go together.
  init(_ key: LoadedKey, algorithm: SignatureAlgorithm) throws(KeyError) {
    self.algorithm = algorithm
    let mismatch = key.mismatch(algorithm)
    guard key.fits(algorithm) else { throw mismatch }
    try key.checkLength(for: algorithm)
    do throws(LibcryptoError) {
      switch (algorithm.scheme, key.material) {
      case (.hmac(let hash), .secret(let secret, _)):
        operation = .authenticate(
          try secret.withSpan { (secret) throws(LibcryptoError) in
            try MessageAuthenticator(key: secret, hash: hash.function)
          })
      case (_, .privateKey(let privateKey)):
        guard let scheme = algorithm.signatureScheme(curve: key.curve) else {
          throw .schemeDoesNotFitKey
        }
        operation = .sign(try Signer(key: privateKey, scheme: scheme))
      case (_, .secret), (_, .publicKey): throw .schemeDoesNotFitKey
      }
    } catch .schemeDoesNotFitKey {
      throw mismatch
    } catch {
      throw .unavailable(algorithm.name)
    }
  }

  /// The signature over a message, in the form that RFC 7518 gives it.
  func signature(for message: [UInt8]) throws(KeyError) -> [UInt8] {
    do {
      switch operation {
      case .authenticate(let authenticator): return try authenticator.tag(for: message.span)
      case .sign(let signer): return try signer.signature(for: message.span)
      }
    } catch {
      throw .unavailable(algorithm.name)
    }
  }
}
