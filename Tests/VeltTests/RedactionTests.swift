import JOSE
import StrictCoding
import Testing
import VectorSupport

@testable import Velt

@Suite("nothing secret or personal is printed")
struct RedactionTests {
  /// What must not show up: the credentials and values of the sample files.
  private static let hidden = [
    "YOUR_API_KEY", "YOUR_AUTH_TOKEN", "yourUserId", "YOUR_ORGANIZATION_ID", "user@example.com",
    "eyJ", "Synthetic User",
  ]

  private static func printed(_ value: some Sendable) -> String {
    var text = "\(value) \(String(reflecting: value)) "
    dump(value, to: &text)
    return text
  }

  @Test("by interpolation, reflection or dump of any value")
  func values() throws {
    let request = try TokenRequest(json: try VectorFile("velt/request.json").bytes)
    let response = try TokenResponse(json: try VectorFile("velt/response.json").bytes)
    let identify = try IdentifyCall(json: try VectorFile("velt/identify.json").bytes)
    guard case .success(let success) = response else { throw VectorError(missing: "success") }
    let verifier = try hs256Verifier(secret: try VectorFile("velt/secret.txt").bytes)
    let now = NumericDate(seconds: 1_767_229_200)
    let verified = TokenCheck(request: request, verifier: verifier).check(success.token, at: now)
    let matched = TokenCheck(request: request, identify: identify).check(success.token, at: now)
    let other = try TokenRequest(userId: "yourUserId", organizationId: "o")
    let refused = TokenCheck(request: other).check(success.token, at: now)
    let match = RequestMatch(
      request, claims: try claims(#"{"userId":"yourUserId","email":"user@example.com"}"#))
    for text in [
      Self.printed(request), Self.printed(response), Self.printed(identify),
      Self.printed(verified), Self.printed(matched), Self.printed(refused), Self.printed(match),
    ] {
      for word in Self.hidden { #expect(!text.contains(word), "\(word)") }
    }
  }

  @Test("but a value is there for whoever asks by name")
  func revealed() {
    #expect(ClaimValue("user-1").revealed == "user-1")
    #expect(ClaimValue(true).revealed == "true")
    #expect(ClaimValue("true") != ClaimValue(true))
  }

  @Test("a refusal prints its codes")
  func refusal() throws {
    let request = try TokenRequest(userId: "u", organizationId: "o")
    let outcome = TokenCheck(request: request).check([], at: NumericDate(seconds: 0))
    guard case .refused(let refusal) = outcome else { throw VectorError(missing: "refusal") }
    #expect("\(refusal)" == "token.empty")
  }
}
