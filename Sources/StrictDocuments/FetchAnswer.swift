package import HTTPMessages
package import JOSE
package import StrictCoding

/// What `jwtcheckd fetch` writes to standard output: an answer, or why there is none.
package enum FetchAnswer: Sendable {
  /// The server answered.
  case response(HTTPResponse, sentAt: NumericDate, receivedAt: NumericDate)
  /// No answer came.
  case failure(reason: String, message: String)

  /// Reads what `fetch` wrote.
  ///
  /// - Throws: `DocumentFault`.
  package init(json text: [UInt8]) throws(DocumentFault) {
    let answer = try StrictObject(text: text)
    if let reason = try answer.optionalText("failure") {
      self = .failure(reason: reason, message: try answer.text("message"))
      return
    }
    guard let status = try answer.optionalNumber("status", in: 100...999),
      let sentAt = try answer.optionalNumber("sentAt", in: 0...Int.max),
      let receivedAt = try answer.optionalNumber("receivedAt", in: 0...Int.max),
      let body = answer.object["body"]?.stringBytes, let bytes = try? Base64URL.decode(body.span)
    else { throw answer.fault(.missingMember(expected: .string), "body") }
    let type = try answer.optionalText("mediaType")
    self = .response(
      HTTPResponse(
        status: status, headers: HTTPHeaders(type.map { [("Content-Type", $0)] } ?? []),
        body: bytes),
      sentAt: NumericDate(seconds: Int64(sentAt)),
      receivedAt: NumericDate(seconds: Int64(receivedAt)))
  }

  /// The JSON form of an answer.
  package static func tree(
    _ response: HTTPResponse, sentAt: NumericDate, receivedAt: NumericDate
  ) -> JSONTree {
    .members([
      ("status", .integer(Int64(response.status))),
      ("mediaType", response.mediaType.map { .string($0) }),
      ("body", .string(String(decoding: Base64URL.encode(response.body.span), as: UTF8.self))),
      ("sentAt", .integer(sentAt.seconds)),
      ("receivedAt", .integer(receivedAt.seconds)),
    ])
  }
}
