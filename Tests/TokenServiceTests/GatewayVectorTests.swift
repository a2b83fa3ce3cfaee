import BearerAuthentication
import HTTPMessages
import JOSE
import JWTValidation
import PolicyFile
import StrictCoding
import StrictDocuments
import Testing
import VectorSupport

@testable import TokenService

@Suite("the requests of TestVectors/gateway")
struct GatewayVectorTests {
  @Test("every request gets the answer that is written down", arguments: try GatewayVector.all)
  func answers(vector: GatewayVector) throws {
    let object = vector.object
    let service = try vector.service()
    for _ in 0..<(try object.optionalCount("earlier") ?? 0) {
      _ = service.answer(try vector.request(), at: try GatewayVector.now)
    }
    let answer = try service.answer(vector.request(), at: GatewayVector.now)
    #expect(answer.response.status == (try object.optionalCount("status")))
    #expect(answer.event.status == answer.response.status)
    #expect(answer.event.reason.rawValue == (try object.text("reason")))
    #expect(answer.response.headers["WWW-Authenticate"] == object["challenge"]?.string)
    guard answer.event.route == .verify else { return }
    #expect(answer.response.body.isEmpty)
    #expect(answer.response.headers["Cache-Control"] == "no-store")
    let others = ["Cache-Control", "WWW-Authenticate"]
    let fields = answer.response.headers.fields.filter { !others.contains($0.name) }
    let expected = object["identity"]?.object?.map { ($0.name, $0.value.string ?? "") } ?? []
    #expect(fields.map { [$0.name, $0.value] } == expected.map { [$0.0, $0.1] })
    let line = LogLine.request(answer.event, microseconds: 1, at: try GatewayVector.now)
    let text = String(decoding: line, as: UTF8.self)
    #expect(!text.contains("eyJ") && !text.contains("user-1"), "no token and no user in the log")
  }

  @Test("every reason that a gateway can be given stands in a vector")
  func coverage() throws {
    let seen = Set(try GatewayVector.all.map { try $0.object.text("reason") })
    let all = Set(
      ServiceEvent.Reason.allCases.compactMap { reason in
        if case .rejected(let reason) = reason { reason.rawValue } else { nil }
      } + ["accepted"])
    #expect(all.count == Rejection.Reason.allCases.count - 1)
    #expect(all.subtracting(seen) == [])
  }

  @Test("reasons are counted")
  func metrics() throws {
    let metrics = ServiceMetrics()
    for vector in try GatewayVector.all {
      let answer = try vector.service().answer(vector.request(), at: GatewayVector.now)
      metrics.count(answer.event, microseconds: 1)
    }
    for line in [
      "{route=\"verify\",status=\"401\",reason=\"several-tokens\"} 3",
      "{route=\"verify\",status=\"403\",reason=\"insufficient-scope\"} 1",
      "{route=\"verify\",status=\"503\",reason=\"keys-unavailable\"} 1",
    ] {
      #expect(metrics.text.contains("jwtcheckd_requests_total\(line)\n"))
    }
  }

  @Test("what is wrong with the settings is said with its place", arguments: try Settings.all)
  func settings(vector: Settings) throws {
    let gateway = try required(vector.object.document("gateway"), "gateway")
    let text = Array("{\"gateway\": ".utf8) + gateway + Array("}".utf8)
    guard let pointer = vector.object["pointer"]?.string else {
      _ = try TokenService(
        ServiceConfiguration(json: text), keys: [], verifier: GatewayVector.verifier(),
        store: vector.store)
      return
    }
    let error = #expect(throws: DocumentFault.self) { try ServiceConfiguration(json: text) }
    #expect(error?.pointer.description == pointer)
    if let fault = vector.object["fault"]?.string { #expect(error?.description == fault) }
    #expect(text.indices.contains(error?.offset ?? -1))
  }

  @Test("a token that no key fits lets newer keys be fetched, beside the answer")
  func refresh() async throws {
    let source = NoKeys(failure: .key(.unknownKeyID("k9")))
    let service = try TokenService(
      ServiceConfiguration(policy: "policy.json"), keys: [], verifier: source)
    let request = HTTPRequest(
      method: "GET", target: "/verify", headers: ["Authorization": "Bearer a.b.c"])
    #expect(service.answer(request, at: try GatewayVector.now).response.status == 401)
    for await token in source.refreshed {
      #expect(token == Array("a.b.c".utf8))
      break
    }
  }

  struct Settings: CustomTestStringConvertible {
    let object: JSONObject
    var testDescription: String { object["name"]?.string ?? "" }
    /// A store where the settings name one.
    var store: MemoryTokenStore? {
      object["gateway"]?.object?["store"].map { _ in MemoryTokenStore() }
    }

    static var all: [Settings] {
      get throws {
        try VectorFile("gateway/settings.json").namedVectors.map { Settings(object: $0) }
      }
    }
  }
}

/// One request of `TestVectors/gateway/requests.json`; the format is documented beside it.
struct GatewayVector: CustomTestStringConvertible {
  let object: JSONObject
  let name: String

  private static let file = Result { try VectorFile("gateway/requests.json").bytes }

  static var all: [GatewayVector] {
    get throws {
      try VectorFile("gateway/requests.json").namedVectors.map {
        GatewayVector(object: $0, name: try $0.text("name"))
      }
    }
  }

  private static var document: JSONObject {
    get throws { try required(JSONValue.parse(file.get()).object, "an object") }
  }

  static var now: NumericDate { get throws { try required(document.optionalDate("time"), "time") } }

  static func verifier() throws -> any VerifierSource {
    let file = try PolicyFile(json: required(document.document("policy"), "policy"))
    let keys = try file.keys { reference in try reference.keys(from: ServiceVector.secret) }
    return try file.verifier(keys: keys).source
  }

  func service() throws -> TokenService {
    let settings = object.document("settings") ?? Array("{}".utf8)
    let members = settings.dropFirst().drop { $0 <= 0x20 }
    let comma = members.first == UInt8(ascii: "}") ? "" : ","
    let text = Array("{\"gateway\": {\"policy\": \"policy.json\"\(comma)".utf8) + members + [0x7D]
    let source: any VerifierSource =
      if object["keysUnavailable"] != nil {
        NoKeys(failure: .key(.keysUnavailable))
      } else if object["unknownKey"] != nil {
        NoKeys(failure: .key(.unknownKeyID("k9")))
      } else {
        try Self.verifier()
      }
    return try TokenService(
      ServiceConfiguration(json: text), keys: [], verifier: source, store: try store())
  }

  private func store() throws -> (any LocalTokenStore)? {
    guard object["settings"]?.object?["store"] != nil else { return nil }
    guard object["storeUnavailable"] == nil else { return NoStore() }
    let store = MemoryTokenStore()
    for id in object["revoked"]?.array ?? [] {
      let token = TokenIdentity(issuer: "https://id.example", tokenID: id.string ?? "")
      try store.revoke(
        required(token, "an identity"), until: .distantFuture, at: try GatewayVector.now)
    }
    return store
  }

  func request() throws -> HTTPRequest {
    var headers = HTTPHeaders(
      (object["headers"]?.object).map { $0.map { ($0.name, $0.value.string ?? "") } } ?? [])
    for value in object["authorization"]?.array ?? [] {
      headers.append("Authorization", value.string ?? "")
    }
    let body = Array((object["body"]?.string ?? "").utf8)
    return HTTPRequest(
      method: object["method"]?.string ?? "GET", target: object["target"]?.string ?? "/verify",
      headers: headers, body: object["tooLarge"] == nil ? .complete(body) : .unread(.bodyTooLarge))
  }

  var testDescription: String { name }
}

/// A store that does not answer.
private struct NoStore: LocalTokenStore {
  func isRevoked(_: TokenIdentity, at: NumericDate) throws(TokenStoreFailure) -> Bool {
    throw .unavailable
  }
  func markUsed(
    _: TokenIdentity, until: NumericDate, at: NumericDate
  ) throws(TokenStoreFailure) -> Bool { throw .unavailable }
}

/// A source without keys that tells what it is asked to fetch some for.
struct NoKeys: RefreshableVerifierSource {
  let failure: VerificationFailure
  let refreshed: AsyncStream<[UInt8]>
  private let asked: AsyncStream<[UInt8]>.Continuation

  init(failure: VerificationFailure) {
    self.failure = failure
    (refreshed, asked) = AsyncStream.makeStream()
  }

  func verifier(
    for token: Span<UInt8>, at now: NumericDate
  ) throws(VerificationFailure) -> Verifier {
    throw failure
  }

  func isCurrent(_ generation: VerifierGeneration, at now: NumericDate) -> Bool { false }

  func refresh(
    after failure: VerificationFailure, for token: [UInt8], at now: NumericDate
  ) async -> Bool {
    asked.yield(token)
    return false
  }
}
