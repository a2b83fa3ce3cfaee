import BearerAuthentication
import HTTPMessages
import JWTValidation
import StrictCoding
import StrictDocuments
import Testing
import VectorSupport

@testable import TokenService

@Suite("what the endpoint for gateways remembers")
struct GatewayMemoryTests {
  private let request: HTTPRequest
  private let now: NumericDate

  init() throws {
    let good = try #require(GatewayVector.all.first { $0.name == "a good token" })
    request = try good.request()
    now = try GatewayVector.now
  }

  private func service(
    _ settings: String = "", store: (any LocalTokenStore)? = nil
  ) throws -> TokenService {
    let text = "{\"gateway\": {\"policy\": \"policy.json\"\(settings)}}"
    return try TokenService(
      ServiceConfiguration(json: Array(text.utf8)), keys: [], verifier: GatewayVector.verifier(),
      store: store)
  }

  /// The lines of `/metrics` about the cache.
  private func cache(_ service: TokenService) -> [String] {
    let answer = service.answer(HTTPRequest(method: "GET", target: "/metrics"), at: now)
    return String(decoding: answer.response.body, as: UTF8.self)
      .split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("jwtcheckd_cache_") && !$0.hasPrefix("jwtcheckd_cache_bytes") }
  }

  private static func lines(_ hits: Int, _ misses: Int, outdated: Int) -> [String] {
    [
      "jwtcheckd_cache_lookups_total{result=\"hit\"} \(hits)",
      "jwtcheckd_cache_lookups_total{result=\"miss\"} \(misses)",
      "jwtcheckd_cache_removals_total{reason=\"evicted\"} 0",
      "jwtcheckd_cache_removals_total{reason=\"outdated\"} \(outdated)",
      "jwtcheckd_cache_tokens 1",
    ]
  }

  @Test("hits, misses and removals are shown, and a reload neither loses nor believes them")
  func counters() throws {
    let first = try service()
    for _ in 0..<3 { #expect(first.answer(request, at: now).response.status == 200) }
    #expect(cache(first) == Self.lines(2, 1, outdated: 0))
    // Another policy, if only by its number: what the old one accepted is verified anew.
    let second = try service().succeeding(first, at: now)
    for _ in 0..<2 { #expect(second.answer(request, at: now).response.status == 200) }
    #expect(cache(second) == Self.lines(3, 2, outdated: 1))
    let smaller = try service(", \"rememberedTokens\": 7").succeeding(second, at: now)
    _ = smaller.answer(request, at: now)
    #expect(cache(smaller) == Self.lines(0, 1, outdated: 0))
    #expect(try cache(service(", \"rememberedTokens\": 0")) == [])
  }

  @Test("a token that was used before a reload is used after it")
  func used() throws {
    let store = MemoryTokenStore()
    let settings = ", \"store\": {\"memory\": true, \"singleUse\": true}"
    let first = try service(settings, store: store)
    #expect(first.answer(request, at: now).response.status == 200)
    let second = try service(settings, store: store).succeeding(first, at: now)
    #expect(second.answer(request, at: now).event.reason == .rejected(.replayed))
  }

  @Test("a list of revoked tokens is read, and a mistake in it is said with its place")
  func list() throws {
    typealias Row = (text: String, fault: String?)
    let rows: [Row] = [
      (#"{"revoked": [{"issuer": "https://id.example", "id": "a"}]}"#, nil),
      (#"{"revoked": [{"issuer": "i", "id": "a", "until": "2026-01-02T03:04:05Z"}]}"#, nil),
      (#"{"revoked": []}"#, nil), ("[]", "the document must be an object, not an array"),
      (#"{}"#, "/revoked is missing; it must be an array"),
      (#"{"revoked": [{"id": "a"}]}"#, "/revoked/0/issuer is missing; it must be a string"),
      (#"{"revoked": [{"issuer": "i", "id": ""}]}"#, "/revoked/0/id must not be empty"),
      (
        #"{"revoked": [{"issuer": "i", "id": "a", "jti": "b"}]}"#,
        "/revoked/0/jti is not known here"
      ),
      (
        #"{"revoked": [{"issuer": "i", "id": "a", "until": "tomorrow"}]}"#,
        "/revoked/0/until must be a time such as 2026-01-02T03:04:05Z"
      ),
    ]
    var wrong: [String] = []
    for row in rows {
      do throws(DocumentFault) {
        _ = try RevokedTokens(json: Array(row.text.utf8))
        if row.fault != nil { wrong.append("accepted: \(row.text)") }
      } catch {
        if error.description != row.fault { wrong.append("\(row.text): \(error)") }
      }
    }
    #expect(wrong == [])
    let list = try RevokedTokens(json: Array(rows[1].text.utf8))
    #expect(list.entries.map(\.until) == [NumericDate(seconds: 1_767_323_045)])
    #expect(list.entries.map(\.token) == [TokenIdentity(issuer: "i", tokenID: "a")])
  }
}
