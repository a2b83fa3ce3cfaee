package import HTTPMessages
package import StrictCoding

/// What `jwtcheckd fetch` is asked to send, as it reads it from standard input.
///
/// Without a body, the document at the URL is asked for.
///
/// ```json
/// {"url": "https://…", "headers": {"Content-Type": "application/json"}, "body": "…",
///  "milliseconds": 10000, "certificateFile": "ca.pem", "plain": false}
/// ```
package struct FetchOrder: Sendable {
  /// The request.
  package let request: HTTPRequest
  /// How long everything may take.
  package let milliseconds: Int
  /// A PEM file of the certificates to trust.
  package let certificateFile: String?
  /// Whether `http:` is allowed too.
  package let allowsPlainHTTP: Bool

  /// Reads an order.
  ///
  /// - Throws: `DocumentFault`.
  package init(json text: [UInt8]) throws(DocumentFault) {
    let order = try StrictObject(text: text)
    try order.allow(["url", "headers", "body", "milliseconds", "certificateFile", "plain"])
    var fields: [(name: String, value: String)] = []
    if let headers = try order.optionalChild("headers") {
      for member in headers.object { fields.append((member.name, try headers.text(member.name))) }
    }
    let body = try order.optionalText("body").map { Array($0.utf8) }
    request = HTTPRequest(
      method: body == nil ? "GET" : "POST", target: try order.text("url"),
      headers: HTTPHeaders(fields), body: .complete(body ?? []))
    milliseconds = try order.optionalNumber("milliseconds", in: 1...3_600_000) ?? 10_000
    certificateFile = try order.optionalText("certificateFile")
    allowsPlainHTTP = try order.optionalFlag("plain") ?? false
  }

  /// The JSON form of an order.
  package static func tree(
    url: String, headers: [(name: String, value: String)] = [], body: [UInt8]? = nil,
    milliseconds: Int64, certificateFile: String?, allowsPlainHTTP: Bool
  ) -> JSONTree {
    .members([
      ("url", .string(url)),
      ("headers", .object(headers.map { ($0.name, .string($0.value)) })),
      ("body", body.map { .string(String(decoding: $0, as: UTF8.self)) }),
      ("milliseconds", .integer(milliseconds)),
      ("certificateFile", certificateFile.map { .string($0) }),
      ("plain", .boolean(allowsPlainHTTP)),
    ])
  }
}
