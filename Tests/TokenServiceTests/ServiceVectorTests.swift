import BearerAuthentication
import HTTPMessages
import JWTValidation
import StrictCoding
import Testing
import VectorSupport
import Velt

@testable import TokenService

@Suite("the requests of TestVectors/service")
struct ServiceVectorTests {
  @Test("every request gets the answer that is written down", arguments: try ServiceVector.all)
  func answers(vector: ServiceVector) throws {
    let request = try vector.request()
    let answer = try ServiceVector.service().answer(request, at: ServiceVector.now)
    let object = vector.object
    #expect(answer.event.status == answer.response.status)
    #expect(answer.event.status == (try object.optionalCount("status")))
    #expect(answer.event.reason.rawValue == (try object.text("reason")))
    #expect(answer.response.headers["Allow"] == object["allow"]?.string)
    let body = try required(JSONValue.parse(answer.response.body).object, "an object")
    if let claims = object.document("claims") {
      try expectToken(in: body, claims, for: request, answer)
    } else if let error = object.document("error") {
      try Self.expectSame(required(body.document("error"), "error"), error)
      #expect(body.count == 1)
    } else {
      try Self.expectSame(answer.response.body, required(object.document("answer"), "answer"))
    }
  }

  /// The envelope is the documented one, the token is what was asked for, and its signature is good.
  private func expectToken(
    in body: JSONObject, _ claims: [UInt8], for request: HTTPRequest, _ answer: ServiceAnswer
  ) throws {
    guard case .success(let success) = try TokenResponse(json: answer.response.body) else {
      throw VectorError(missing: "a success envelope")
    }
    #expect(success.message == "Token generated successfully.")
    let payload = try Self.verifier.verify(success.token)
    try Self.expectSame(Array(payload.payload), claims)
    guard case .complete(let bytes) = request.body else { return }
    let check = TokenCheck(
      request: try TokenRequest(json: bytes), requestedAt: try ServiceVector.now,
      requiresSignature: true, verifier: try Self.verifier)
    guard case .matchedAndVerified = check.check(success.token, at: try ServiceVector.now) else {
      Issue.record("the token does not match its request")
      return
    }
    #expect(answer.event.account == "acme")
  }

  @Test("no answer and no log line holds a secret of the request")
  func secrecy() throws {
    for vector in try ServiceVector.all {
      let answer = try ServiceVector.service().answer(vector.request(), at: ServiceVector.now)
      let line = LogLine.request(answer.event, microseconds: 1, at: try ServiceVector.now)
      let texts = String(decoding: line, as: UTF8.self)
      for secret in ["acme-a", "other-a", "eyJ", "user-1", "u@example.com", "org-1"] {
        #expect(!texts.contains(secret), "\(vector.name): \(secret)")
      }
      let body = String(decoding: answer.response.body, as: UTF8.self)
      #expect(!body.contains("acme-a"), "\(vector.name)")
    }
  }

  @Test("every reason that can be given stands in a vector")
  func coverage() throws {
    let seen = Set(try ServiceVector.all.map { try $0.object.text("reason") })
    let all = Set(ServiceEvent.Reason.allCases.map(\.rawValue))
      .subtracting(Rejection.Reason.allCases.map(\.rawValue))
    // A key that is tried before the service starts does not fail later but for want of memory; what
    // gateways are told stands in the vectors of the gateway.
    #expect(all.subtracting(seen) == ["cannot-sign", "accepted"])
  }

  private static var verifier: JWSVerifier {
    get throws {
      try JWSVerifier(keys: .secret(ServiceVector.secret), algorithms: [.hs256])
    }
  }

  private static func expectSame(_ left: [UInt8], _ right: [UInt8]) throws {
    #expect(try canonical(left) == canonical(right))
  }

  /// The text with white space taken out and members sorted.
  private static func canonical(_ text: [UInt8]) throws -> String {
    canonical(try JSONValue.parse(text))
  }

  private static func canonical(_ value: JSONValue) -> String {
    if let object = value.object {
      return "{\(object.map { "\($0.name): \(canonical($0.value))" }.sorted())}"
    }
    if let array = value.array { return "[\(array.map(canonical))]" }
    return value.string.map { "'\($0)'" } ?? value.sourceText
  }
}
