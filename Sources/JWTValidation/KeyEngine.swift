package import JOSEKeys
import Libcrypto

/// One key made ready for one algorithm.
///
/// Threads share an engine, and counting its parts for each token would make them wait for each other;
/// so it keeps them by hand from its making to its end.
@safe
package final class KeyEngine: Sendable {
  @unsafe private enum Operation {
    case authenticate(Unmanaged<MessageAuthenticator>)
    case verify(Unmanaged<SignatureVerifier>)
  }

  private let operation: Operation
  /// The exact length of a signature in bytes.
  package let signatureByteCount: Int
  /// Which key this is, for reports.
  package let key: MatchedKey

  /// - Throws: `KeyError` if the key and the algorithm do not go together.
  package init(_ loaded: LoadedKey, index: Int, algorithm: SignatureAlgorithm) throws(KeyError) {
    key = MatchedKey(
      index: index, keyID: loaded.keyID.map { String(decoding: $0, as: UTF8.self) })
    do throws(LibcryptoError) {
      if case .hmac(let hash) = algorithm.scheme, case .secret(let secret, _) = loaded.material {
        signatureByteCount = hash.byteCount
        let authenticator = try secret.withSpan { (secret) throws(LibcryptoError) in
          try MessageAuthenticator(key: secret, hash: hash.function)
        }
        unsafe operation = .authenticate(.passRetained(authenticator))
      } else if let publicKey = loaded.publicKey,
        let scheme = algorithm.signatureScheme(curve: loaded.curve)
      {
        signatureByteCount = publicKey.signatureByteCount
        let verifier = try SignatureVerifier(key: publicKey, scheme: scheme)
        unsafe operation = .verify(.passRetained(verifier))
      } else {
        throw .schemeDoesNotFitKey
      }
    } catch .schemeDoesNotFitKey {
      throw loaded.mismatch(algorithm)
    } catch {
      throw .unavailable(algorithm.name)
    }
  }

  deinit {
    switch unsafe operation {
    case .authenticate(let authenticator): unsafe authenticator.release()
    case .verify(let verifier): unsafe verifier.release()
    }
  }

  /// Whether the signature is this key's over the message; one of another length is not.
  @inline(__always)
  package func isValid(signature: Span<UInt8>, message: Span<UInt8>) -> Bool {
    guard signature.count == signatureByteCount else { return false }
    return switch unsafe operation {
    case .authenticate(let authenticator):
      unsafe authenticator._withUnsafeGuaranteedRef {
        $0.isValid(tag: signature, message: message)
      }
    case .verify(let verifier):
      unsafe verifier._withUnsafeGuaranteedRef {
        $0.isValid(signature: signature, message: message)
      }
    }
  }

  /// The tag of a message under a secret; `nil` for a public key.
  ///
  /// For a diagnosis, which has to know a tag again that was cut off. A verifier never compares less
  /// than a whole one.
  package func tag(of message: Span<UInt8>) -> [UInt8]? {
    guard case .authenticate(let authenticator) = unsafe operation else { return nil }
    return unsafe authenticator._withUnsafeGuaranteedRef { try? $0.tag(for: message) }
  }
}

extension PublicKey {
  /// The length that every signature of the key has (RFC 7518 §3.3-3.5, RFC 8037 §3.1).
  fileprivate var signatureByteCount: Int {
    switch kind {
    case .rsa(let bits): (bits + 7) / 8
    case .ec(let curve): 2 * curve.coordinateByteCount
    case .edwards(let curve): curve.signatureByteCount
    }
  }
}
