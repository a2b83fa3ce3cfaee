import Foundation
import JWTValidation

/// Whatever can be read as a key is never taken for a secret, and reading can be repeated.
func fuzzKeys(_ bytes: [UInt8]) {
  let jwks = Result { () throws(KeyError) in try VerificationKeys.jwks(bytes) }
  let pem = Result { () throws(KeyError) in try VerificationKeys.pem(bytes) }
  let der = Result { () throws(KeyError) in try VerificationKeys.der(bytes) }
  let secret = Result { () throws(KeyError) in try VerificationKeys.secret(bytes) }
  let readable = [jwks, pem, der].filter { (try? $0.get()) != nil }
  // PEM may have any text around it (RFC 7468 §2), so a set may hold some; then it is a set.
  let isSetWithPEM = (try? jwks.get()) != nil && (try? pem.get()) != nil
  require(readable.count <= (isSetWithPEM ? 2 : 1), "a key has one form")

  // RFC 8725 §2.1: a public key is known to everybody and must never become an HMAC key.
  if !readable.isEmpty { require((try? secret.get()) == nil, "a key is no secret") }
  if let keys = try? secret.get() { require(keys.count == 1, "a secret is one key") }
  if let keys = try? pem.get() { require(keys.count > 0, "a PEM text without a key is refused") }

  let detected = Result { () throws(KeyError) in
    try VerificationKeys.detecting(bytes, for: [.es256])
  }
  if let keys = try? detected.get() {
    require(keys.count == (try? readable.first?.get().count), "what is detected can be read")
  } else if (try? jwks.get()) != nil {
    require(false, "a JWK is detected")
  } else if !readable.isEmpty {
    // Only where a text begins like another form and holds PEM may the form be taken for that one.
    let start = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    require(start == 0x30 || start == UInt8(ascii: "{"), "PEM is detected")
    require(contains(bytes, "-----BEGIN "), "DER is detected")
  }
  let symmetric = try? VerificationKeys.detecting(bytes, for: [.hs256])
  if let set = try? jwks.get() {
    require(symmetric?.count == set.count, "a set is a set for HMAC algorithms too")
  } else if !readable.isEmpty {
    require(symmetric == nil, "a key pair serves no HMAC algorithm")
  }

  for result in [jwks, pem, der, detected] {
    switch result {
    case .success(let keys): requireUsable(keys)
    case .failure(let error): require(!error.code.isEmpty, "an error has a code")
    }
  }
  requireRepeated(jwks) { () throws(KeyError) in try .jwks(bytes) }
  requireRepeated(pem) { () throws(KeyError) in try .pem(bytes) }
  requireRepeated(der) { () throws(KeyError) in try .der(bytes) }
}

private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
  Data(bytes).range(of: Data(text.utf8)) != nil
}

private func requireRepeated(
  _ first: Result<VerificationKeys, KeyError>,
  _ read: () throws(KeyError) -> VerificationKeys
) {
  switch (first, Result(catching: read)) {
  case (.success(let a), .success(let b)):
    require(a.count == b.count && a.skipped == b.skipped, "the same keys are read again")
  case (.failure(let a), .failure(let b)):
    // Unless it was libcrypto that ran out of memory, the same error.
    require(a == b, "the same error is found again: \(a.code), \(b.code)")
  default: require(false, "the same bytes are read the same way")
  }
}

/// A key that was read serves at least one algorithm, or says why not.
private func requireUsable(_ keys: VerificationKeys) {
  let signed = required(knownTokens.first, "a token")
  for algorithm in SignatureAlgorithm.allCases {
    guard let verifier = try? JWSVerifier(keys: keys, algorithms: [algorithm]) else { continue }
    guard let payload = try? verifier.verify(signed.token) else { continue }
    require(payload.algorithm == algorithm, "a token is checked with the policy's algorithm")
  }
}
