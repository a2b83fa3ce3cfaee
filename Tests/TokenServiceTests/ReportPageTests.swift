import Foundation
import HTTPMessages
import JOSE
import Libcrypto
import StrictCoding
import Testing
import VectorSupport

@testable import TokenReport
@testable import TokenService

@Suite("the inspector page")
struct ReportPageTests {
  @Test("the policy names the script and the style that the page has, and nothing else may run")
  func digests() throws {
    for (text, digest) in [
      (PageStyle.text, ReportPage.styleDigest), (PageScript.text, ReportPage.scriptDigest),
    ] {
      let bytes = Array(text.utf8)
      let found = try Data(Digest.bytes(.sha256, of: bytes.span)).base64EncodedString()
      #expect(found == digest)
    }
    let answer = try ServiceVector.service().answer(
      HTTPRequest(method: "GET", target: "/"), at: ServiceVector.now)
    let policy = try required(answer.response.headers["Content-Security-Policy"], "policy")
    #expect(policy.hasPrefix("default-src 'none'; ") && policy.contains("frame-ancestors 'none'"))
    #expect(!policy.contains("unsafe"))
  }

  @Test("a server that others can reach has no inspector")
  func loopbackOnly() throws {
    let service = try ServiceVector.service(showsInspector: false)
    for (method, target) in [("GET", "/"), ("POST", "/inspect")] {
      let answer = service.answer(
        HTTPRequest(method: method, target: target), at: try ServiceVector.now)
      #expect(answer.event.reason == .unknownPath)
    }
  }

  @Test("the page loads nothing, and turns nothing into markup or code")
  func selfContained() {
    let page = String(decoding: ReportPage.live, as: UTF8.self)
    for text in [
      "http://", "https://", " src=", " href=", "@import", "url(", "innerHTML", "outerHTML",
      "insertAdjacentHTML", "document.write", "eval(", "Function(", "localStorage",
      "sessionStorage", "location", "onclick=",
    ] {
      #expect(!page.contains(text), "\(text)")
    }
  }

  @Test("what is pasted is answered with the report that --json prints")
  func inspection() throws {
    let response = try required(
      JSONValue.parse(VectorFile("velt/response.json").bytes).object, "an object")
    let token = try required(
      response[JSONPointer("/result/data/token")]?.string, "token")
    let secret = String(decoding: try VectorFile("velt/secret.txt").bytes, as: UTF8.self)
    let request = String(decoding: try VectorFile("velt/request.json").bytes, as: UTF8.self)
    let key: [(name: String, value: JSONTree)] = [
      ("key", .string(secret)), ("algorithm", "HS256"),
    ]
    let cases: [([(name: String, value: JSONTree)], String, String)] = [
      ([], "decoded", "not-checked"),
      ([("request", .string(request))], "matched", "not-checked"),
      ([("request", .string(request))] + key, "matched", "valid"),
      (key, "verified", "valid"),
    ]
    for (members, verdict, signature) in cases {
      let report = try inspect([("token", .string(token))] + members, status: 200)
      #expect(report["verdict"]?.string == verdict)
      #expect(report["signature"]?.string == signature)
      #expect(report["version"]?.number?.integer() == Int64(1))
    }
    let refused = try inspect([("token", "undefined")], status: 200)
    #expect(refused["verdict"]?.string == "rejected")
    for (members, message) in [
      ([("token", "x"), ("key", "k")], "/algorithm is missing; it must be a string."),
      ([("token", "x"), ("request", "{}")], "/request is no token request."),
      ([("token", "x"), ("key", "k"), ("algorithm", "HS256")], "/key is no usable key"),
    ] as [([(name: String, value: JSONTree)], String)] {
      let error = try inspect(members, status: 400)["error"]?.object?["message"]?.string
      #expect(error?.hasPrefix(message) == true, "\(String(describing: error))")
    }
  }

  private func inspect(
    _ members: [(name: String, value: JSONTree)], status: Int
  ) throws -> JSONObject {
    let answer = try ServiceVector.service().answer(
      HTTPRequest(
        method: "POST", target: "/inspect", headers: ["Content-Type": "application/json"],
        body: .complete(JSONTree.object(members).encoded())),
      at: NumericDate(seconds: 1_767_229_200))
    #expect(answer.event.status == status)
    return try required(JSONValue.parse(answer.response.body).object, "an object")
  }
}
