import JOSE
import StrictCoding
import Testing
import VectorSupport

@testable import Velt

@Suite("the sample files")
struct SampleFileTests {
  private static let oneHourLater = NumericDate(seconds: 1_767_225_600 + 3600)

  @Test("the sample response is the token that the sample request asks for")
  func sample() throws {
    let request = try TokenRequest(json: try VectorFile("velt/request.json").bytes)
    let response = try TokenResponse(json: try VectorFile("velt/response.json").bytes)
    guard case .success(let success) = response else {
      Issue.record("no success")
      return
    }
    let check = TokenCheck(
      request: request,
      identify: try IdentifyCall(json: try VectorFile("velt/identify.json").bytes),
      verifier: try hs256Verifier(secret: try VectorFile("velt/secret.txt").bytes))
    guard case .matchedAndVerified(let token) = check.check(success.token, at: Self.oneHourLater)
    else {
      Issue.record("not verified")
      return
    }
    #expect(token.userId == "yourUserId")
    #expect(token.organizationId == "YOUR_ORGANIZATION_ID")
    #expect(token.isAdmin)
    #expect(token.email == "user@example.com")
    #expect(token.end == .expiration(NumericDate(seconds: 1_767_398_400)))
    #expect(token.record.signature == .valid)
    #expect(token.record.requestRows.allSatisfy { $0.outcome == .equal })
    #expect(token.record.findings.isEmpty)
  }

  @Test("the sample failure says what the service says")
  func failure() throws {
    let response = try TokenResponse(json: try VectorFile("velt/failure.json").bytes)
    #expect(
      response
        == .failure(.init(message: "Auth token not found.", status: "INVALID_ARGUMENT")))
  }

  @Test("the minimal request asks for neither administrator nor address")
  func minimal() throws {
    let request = try TokenRequest(json: try VectorFile("velt/request-minimal.json").bytes)
    #expect(request.isAdmin == nil && request.email == nil)
    #expect(request.apiKey?.count == "YOUR_API_KEY".utf8.count)
    #expect(request.authToken?.count == "YOUR_AUTH_TOKEN".utf8.count)
  }
}
