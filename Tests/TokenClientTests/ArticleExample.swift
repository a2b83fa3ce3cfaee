import HTTPMessages
import JOSE
import StrictCoding
import Testing
import TokenClient
import Velt

@Suite("the example of the article about TokenClient")
struct ArticleExample {
  @Test("it gets a token for what the session says")
  func example() async throws {
    let (user, organization) = ("user-1", "org-1")
    let (apiKey, authToken) = (SecretBytes("key".utf8), SecretBytes("token".utf8))
    let clock: TokenClient.Clock = { NumericDate(seconds: 1_700_000_100) }
    let fetch: TokenClient.Fetch = { _ in
      // {"alg":"HS256"} and {"userId":"user-1","organizationId":"org-1","iat":1700000000}
      let token =
        "eyJhbGciOiJIUzI1NiJ9."
        + "eyJ1c2VySWQiOiJ1c2VyLTEiLCJvcmdhbml6YXRpb25JZCI6Im9yZy0xIiwiaWF0IjoxNzAwMDAwMDAwfQ.AAAA"
      let body =
        #"{"result":{"status":"success","message":"m","data":{"token":"\#(token)"}}}"#
      return HTTPResponse(
        status: 200, headers: ["Content-Type": "application/json"], body: Array(body.utf8))
    }

    let client = TokenClient(
      endpoint: "https://api.velt.dev/v1/auth/token/get", apiKey: apiKey, authToken: authToken,
      clock: clock, fetch: fetch)
    let token = try await client.token(
      for: TokenRequest(userId: user, organizationId: organization))

    #expect(token.revealed.hasPrefix("eyJ"))
    #expect(token.endsAt == NumericDate(seconds: 1_700_172_800))
    #expect(!token.isVerified)
  }
}
