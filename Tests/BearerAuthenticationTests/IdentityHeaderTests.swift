import BearerAuthentication
import JWTCheckTesting
import Testing
import VectorSupport

@Suite("identity headers")
struct IdentityHeaderTests {
  @Test("every value is a field of visible ASCII, as the vectors say")
  func vectors() throws {
    let mint = try TokenMint(.hs256)
    let verifier = try mint.verifier()
    let headers = try IdentityHeaders(["X-Value": JSONPointer(members: ["value"])])
    var wrong: [String] = []
    for row in try VectorFile("bearer/identity.json").namedVectors {
      let value = row["value"].map { ",\"value\":\($0.sourceText)" } ?? ""
      let claims =
        "{\"iss\":\"\(mint.issuer)\",\"aud\":\"\(mint.audience)\",\"exp\":1760000000\(value)}"
      let signer = try TokenSigner(key: mint.key.signing, algorithm: .hs256)
      let token = try verifier.verify(signer.sign(payload: Array(claims.utf8)), at: mint.now)
      let field = headers.fields(for: token)
      let expected = try row.text("field")
      if field.map(\.name) != ["X-Value"] || field.map(\.value) != [expected] {
        wrong.append("\(try row.text("name")): \(field)")
      }
      if !expected.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) { wrong.append(try row.text("name")) }
    }
    #expect(wrong == [])
  }

  @Test("the standard fields are all there, whatever the token says")
  func standard() throws {
    let mint = try TokenMint(.hs256)
    let token = try mint.verifier().verify(mint.token(without: ["sub"]), at: mint.now)
    let fields = IdentityHeaders.standard.fields(for: token)
    #expect(fields.map(\.name) == IdentityHeaders.standard.names)
    #expect(fields.map(\.value) == ["-", "https://issuer.test", "1750000600", "-"])
  }
}
