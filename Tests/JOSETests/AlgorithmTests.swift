import JOSE
import JOSEKeys
import StrictCoding
import Testing

@Suite("algorithms and times")
struct AlgorithmTests {
  /// Every algorithm, its key type, and the curves it can be used with.
  private static let table: [(String, KeyType, [Curve?])] = [
    ("HS256", .oct, [nil]), ("HS384", .oct, [nil]), ("HS512", .oct, [nil]),
    ("RS256", .rsa, [nil]), ("RS384", .rsa, [nil]), ("RS512", .rsa, [nil]),
    ("PS256", .rsa, [nil]), ("PS384", .rsa, [nil]), ("PS512", .rsa, [nil]),
    ("ES256", .ec, [.p256]), ("ES384", .ec, [.p384]), ("ES512", .ec, [.p521]),
    ("ES256K", .ec, [.secp256k1]), ("EdDSA", .okp, [.ed25519, .ed448]),
    ("Ed25519", .okp, [.ed25519]), ("Ed448", .okp, [.ed448]),
  ]

  @Test("every algorithm goes with the keys of the table and no others")
  func fitting() throws {
    #expect(Self.table.map(\.0) == SignatureAlgorithm.allCases.map(\.name))
    for (name, keyType, curves) in Self.table {
      let algorithm = try #require(SignatureAlgorithm(named: name.utf8))
      #expect(algorithm.keyType == keyType)
      #expect(algorithm.isSymmetric == (keyType == .oct))
      for type in [KeyType.oct, .rsa, .ec, .okp] {
        for curve in [nil] + Curve.allCases.map(Optional.some) {
          // No key has a curve of another type.
          guard curve == nil || curve?.keyType == type else { continue }
          let expected = type == keyType && curves.contains(curve)
          if algorithm.fits(type, curve: curve) != expected {
            Issue.record("\(name) \(type) \(String(describing: curve))")
          }
        }
      }
      let schemes = Curve.allCases.filter { algorithm.signatureScheme(curve: $0) != nil }
      if keyType == .okp { #expect(schemes.map(Optional.some) == curves) }
    }
  }

  @Test("a name is an algorithm only byte by byte")
  func names() {
    for name in [
      "", "none", "hs256", "HS256 ", "HS25", "HS2566", "ES521", "EDDSA", "ed25519", "HS256\0",
      "ＨS256", "RS1", "ES256k",
    ] {
      #expect(SignatureAlgorithm(named: name.utf8) == nil, "\(name)")
    }
    #expect(Curve(named: "p-256".utf8) == nil)
    // The Kelvin sign is canonically equal to K.
    #expect(SignatureAlgorithm(named: "ES256\u{212A}".utf8) == nil)
  }

  @Test("times are compared to the billionth and never overflow")
  func times() throws {
    let near = NumericDate(seconds: 5, nanoseconds: 1)
    #expect(NumericDate(seconds: 5) < near)
    #expect(near < NumericDate(seconds: 6))
    #expect(near.seconds(since: NumericDate(seconds: 4, nanoseconds: 2)) == 0)
    #expect(near.seconds(since: NumericDate(seconds: 4, nanoseconds: 1)) == 1)
    #expect(NumericDate.distantFuture.advanced(bySeconds: 1) == .distantFuture)
    #expect(NumericDate.distantPast.advanced(bySeconds: -1) == .distantPast)
    #expect(NumericDate.distantFuture.seconds(since: .distantPast) == .max)
    #expect(NumericDate.distantPast.seconds(since: .distantFuture) == .min)
    #expect(NumericDate(seconds: 0, nanoseconds: -1).nanoseconds == 0)
    #expect(NumericDate(seconds: 0, nanoseconds: .max).nanoseconds == 999_999_999)
  }

  @Test("doubles are times unless they are none")
  func doubles() {
    #expect(
      NumericDate(secondsSince1970: -0.25) == NumericDate(seconds: -1, nanoseconds: 750_000_000))
    #expect(NumericDate(secondsSince1970: 1.5) == NumericDate(seconds: 1, nanoseconds: 500_000_000))
    for none in [Double.nan, .infinity, -.infinity, 1e19, -1e19, 9_223_372_036_854_775_808] {
      #expect(NumericDate(secondsSince1970: none) == nil, "\(none)")
    }
  }
}
