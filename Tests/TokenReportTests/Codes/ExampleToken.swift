import TokenDiagnosis
import VectorSupport

@testable import JWTValidation
@testable import TokenReport

/// A token with a header of the catalogue.
struct ExampleToken {
  let header: [UInt8]

  /// What an inspection finds, what a verifier for HS256 says, and what a policy says of the type.
  var codes: Set<String> {
    get throws {
      let text = Base64URL.encode(header.span) + Array(".e30.AAAA".utf8)
      var codes = Set(Inspection(of: text).findings.map(\.code))
        .union(Self.codesOfLint(text))
      let keys = try VerificationKeys.secret([UInt8](repeating: 7, count: 32))
      do {
        _ = try JWSVerifier(keys: keys, algorithms: [.hs256]).verify(text)
      } catch {
        codes.formUnion((error as? VerificationFailure)?.codes ?? [])
      }
      codes.formUnion(try ExampleClaims(Array("{}".utf8), header: header).codesOfPolicy)
      return codes
    }
  }
}

extension ExampleToken {
  /// What a lint finds.
  static func codesOfLint(_ token: [UInt8]) -> Set<String> {
    guard case .findings(let findings) = Linter.lint(token) else { return [] }
    return Set(findings.map(\.code))
  }
}

/// A text of the catalogue that is given as a key.
struct ExampleKey {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func codes(of example: CodeExample) -> Set<String> {
    switch example {
    case .pem:
      return CodeExampleTests.code { () throws(KeyError) in _ = try VerificationKeys.pem(bytes) }
    case .secret:
      return CodeExampleTests.code { () throws(KeyError) in _ = try VerificationKeys.secret(bytes) }
    default:
      return CodeExampleTests.code { () throws(KeyError) in
        _ = try VerificationKeys.detecting(bytes, for: [.es256])
      }.union(
        CodeExampleTests.code { () throws(KeyError) in _ = try VerificationKeys.jwks(bytes) })
    }
  }
}
