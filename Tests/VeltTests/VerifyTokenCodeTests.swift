import JOSE
import JWTValidation
import Testing

@testable import Velt

@Suite("the nine codes of verifyToken")
struct VerifyTokenCodeTests {
  @Test("each of the nine has a rank")
  func gravity() {
    #expect(VerifyTokenCode.byGravity.count == 9)
    #expect(Set(VerifyTokenCode.byGravity) == Set(VerifyTokenCode.allCases))
  }

  @Test("a finding has one of them")
  func findings() {
    let now = NumericDate(seconds: 0)
    let cases: [(VeltFinding, VerifyTokenCode)] = [
      (.validation(.token(.empty)), .missingToken),
      (.validation(.token(.segmentCount(2))), .verificationFailed),
      (.validation(.token(.encoding(.signature, .padding(offset: 3)))), .invalidSignature),
      (.validation(.token(.encoding(.payload, .padding(offset: 3)))), .verificationFailed),
      (.validation(.header(.algorithmMissing)), .verificationFailed),
      (.validation(.key(.unsecured)), .algorithmNotAllowed),
      (
        .validation(.key(.algorithmNotAllowed(name: "HS512", allowed: [.hs256]))),
        .algorithmNotAllowed
      ),
      (.validation(.key(.unknownKeyID("k"))), .keyResolutionFailed),
      (.validation(.key(.noCompatibleKey(algorithm: .hs256))), .keyResolutionFailed),
      (.validation(.signature(.invalid(keysTried: 1))), .invalidSignature),
      (.validation(.claim(.expired(at: now, now: now))), .expired),
      (.validation(.claim(.notYetValid(from: now, now: now))), .claimMismatch),
      (.window(.passed(at: now, now: now)), .expired),
      (.window(.unknown), .claimMismatch),
      (.mistake(.placeholder(.undefined)), .missingToken),
      (.mistake(.successEnvelope), .verificationFailed),
      (.signatureNotChecked(isRequired: true), .notConfigured),
      (.request(.adminMissing(.missing)), .claimMismatch),
      (.identify(.adminSet), .claimMismatch),
      (.claim(.ambiguous(.userId, at: [])), .claimMismatch),
    ]
    for (finding, code) in cases { #expect(finding.verifyTokenCode == code, "\(finding)") }
  }

  @Test("a verifier that cannot be made has one of them")
  func policies() {
    let cases: [(PolicyError, VerifyTokenCode)] = [
      (.noAlgorithms, .algorithmNotAllowed), (.mixedAlgorithms, .algorithmNotAllowed),
      (.noUsableKey(), .keyResolutionFailed), (.key(.pemAsSecret), .keyResolutionFailed),
      (.key(.unavailable("Ed448")), .dependencyMissing), (.negativeDuration, .notConfigured),
      (.issuerNotNamed, .notConfigured), (.duplicateIssuer("a"), .notConfigured),
    ]
    for (error, code) in cases { #expect(VerifyTokenCode(error) == code, "\(error)") }
  }
}
