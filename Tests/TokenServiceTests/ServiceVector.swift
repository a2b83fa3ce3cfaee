import HTTPMessages
import JOSE
import StrictCoding
import Testing
import VectorSupport

@testable import TokenService

/// One request of `TestVectors/service/requests.json`; the format is documented beside it.
struct ServiceVector: CustomTestStringConvertible {
  let object: JSONObject
  let name: String

  private static let file = Result { try VectorFile("service/requests.json").bytes }

  static var all: [ServiceVector] {
    get throws {
      try VectorFile("service/requests.json").namedVectors.map {
        ServiceVector(object: $0, name: try $0.text("name"))
      }
    }
  }

  static let secret = [UInt8](repeating: UInt8(ascii: "k"), count: 32)

  static var now: NumericDate { get throws { try required(document.optionalDate("time"), "time") } }

  private static var document: JSONObject {
    get throws { try required(JSONValue.parse(file.get()).object, "an object") }
  }

  static func service(showsInspector: Bool = true) throws -> TokenService {
    let text = try required(document.document("configuration"), "configuration")
    return try TokenService(
      ServiceConfiguration(json: text), keys: [secret], showsInspector: showsInspector)
  }

  func request() throws -> HTTPRequest {
    let given = object["headers"]?.object
    var headers = HTTPHeaders(
      (given ?? object).filter { _ in given != nil }.map { field in
        (field.name, field.value.string ?? "")
      })
    if given?.isEmpty != true, headers.values(of: "content-type").isEmpty {
      headers.append("Content-Type", "application/json")
    }
    let body = object.document("body") ?? Array((object["text"]?.string ?? "").utf8)
    return HTTPRequest(
      method: object["method"]?.string ?? "POST", target: try object.text("target"),
      headers: headers, body: try fault().map { .unread($0) } ?? .complete(body))
  }

  private func fault() throws -> HTTPRequest.Fault? {
    try object["unread"]?.string.map {
      try required(HTTPRequest.Fault(rawValue: $0), "a fault")
    }
  }

  var testDescription: String { name }
}
