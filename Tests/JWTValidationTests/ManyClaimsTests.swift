import JWTValidation
import Testing

@Suite("claims sets with very many members")
struct ManyClaimsTests {
  @Test("the registered claims are found wherever they stand", arguments: [0, 30, 510, 511, 600])
  func positions(count: Int) throws {
    let others = (0..<count).map { #""claim-\#($0)":\#($0),"# }.joined()
    let claims = try claimsSet("{\(others)\"iss\":\"i\",\"exp\":17}")
    let validator = try ClaimsValidator(
      ValidationPolicy(
        algorithms: [.es256], issuer: .exactly("i"), audience: .ignored("not asked")))
    let header = JOSEHeader(claims.revealed)
    let now = NumericDate(seconds: 17)
    let codes = validator.failures(in: claims.revealed, header: header, at: now).map(\.code)
    #expect(codes == ["exp.passed"])
  }
}
