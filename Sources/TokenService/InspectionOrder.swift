import JOSE
import JWTValidation
import StrictCoding
import StrictDocuments
import TokenReport
import Velt

/// What the inspector page asks for: a token, perhaps with the request for it and with a key.
///
/// ```json
/// {"token": "eyJ…", "request": "{\"data\": …}", "key": "-----BEGIN …", "algorithm": "ES256"}
/// ```
struct InspectionOrder {
  private let token: [UInt8]
  private let request: TokenRequest?
  private let key: (keys: VerificationKeys, algorithm: SignatureAlgorithm)?

  init(_ body: [UInt8]) throws(DocumentFault) {
    let document = try StrictObject(text: body)
    try document.allow(["token", "request", "key", "algorithm"])
    token = Array(try document.text("token").utf8)
    if let text = try document.optionalText("request") {
      guard let request = try? TokenRequest(json: Array(text.utf8)) else {
        throw document.fault(.notARequest, "request")
      }
      self.request = request
    } else {
      request = nil
    }
    guard let text = try document.optionalText("key") else {
      key = nil
      return
    }
    guard let algorithm = try document.algorithm("algorithm") else {
      throw document.fault(.missingMember(expected: .string), "algorithm")
    }
    do {
      let keys = try VerificationKeys.detecting(Array(text.utf8), for: [algorithm])
      // Whether the key goes with the algorithm is said here, beside the member that is wrong.
      _ = try JWSVerifier(keys: keys, algorithms: [algorithm])
      key = (keys, algorithm)
    } catch let error as KeyError {
      throw document.fault(.unusableKey(codes: [error.code]), "key")
    } catch let error as PolicyError {
      throw document.fault(.unusableKey(codes: [error.code]), "key")
    } catch {
      throw document.fault(.unusableKey(codes: []), "key")
    }
  }

  /// The report as `jwtcheck --json` prints it.
  func report(at now: NumericDate) -> JSONTree {
    if let mistake = TokenMistake(token) { return Report.mistake(mistake, at: now).json }
    if let request {
      let verifier = key.flatMap { try? JWSVerifier(keys: $0.keys, algorithms: [$0.algorithm]) }
      let check = TokenCheck(request: request, requiresSignature: key != nil, verifier: verifier)
      return Report.check(token, with: check, at: now).json
    }
    if let key, let verifier = try? Verifier(keys: key.keys, policy: Self.policy(key.algorithm)) {
      return Report.verify(token, with: verifier, at: now).json
    }
    return Report.decode(token, at: now).json
  }

  /// What the page does not ask for is waived in these words, which the report repeats.
  private static func policy(_ algorithm: SignatureAlgorithm) -> ValidationPolicy {
    ValidationPolicy(
      algorithms: [algorithm], issuer: .ignored("the page does not ask for one"),
      audience: .ignored("the page does not ask for one"))
  }
}
