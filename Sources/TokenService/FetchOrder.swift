package import HTTPMessages
package import StrictCoding

/// What `jwtcheckd fetch` is asked to send, as it reads it from standard input.
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
    let headers = try order.child("headers")
    var fields: [(name: String, value: String)] = []
    for member in headers.object { fields.append((member.name, try headers.text(member.name))) }
    request = HTTPRequest(
      method: "POST", target: try order.text("url"), headers: HTTPHeaders(fields),
      body: .complete(Array(try order.text("body").utf8)))
    milliseconds = try order.optionalNumber("milliseconds", in: 1...3_600_000) ?? 10_000
    certificateFile = try order.optionalText("certificateFile")
    allowsPlainHTTP = try order.optionalFlag("plain") ?? false
  }

  /// The JSON form of an order.
  package static func tree(
    url: String, headers: [(name: String, value: String)], body: [UInt8], milliseconds: Int64,
    certificateFile: String?, allowsPlainHTTP: Bool
  ) -> JSONTree {
    .members([
      ("url", .string(url)),
      ("headers", .object(headers.map { ($0.name, .string($0.value)) })),
      ("body", .string(String(decoding: body, as: UTF8.self))),
      ("milliseconds", .integer(milliseconds)),
      ("certificateFile", certificateFile.map { .string($0) }),
      ("plain", .boolean(allowsPlainHTTP)),
    ])
  }
}
