import HTTPMessages
import StrictCoding

/// The two forms of an answer, as the service's documentation shows them.
enum Envelope {
  /// What no cache may keep and no browser may take for something else.
  static let headers: HTTPHeaders = [
    "Content-Type": "application/json", "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  ]

  /// `{"result": {"status": "success", "message": …, "data": {"token": …}}}`
  static func success(token: String) -> HTTPResponse {
    json(
      200,
      [
        "result": [
          "status": "success", "message": "Token generated successfully.",
          "data": ["token": .string(token)],
        ]
      ])
  }

  /// `{"error": {"message": …, "status": …}}`
  static func failure(
    _ status: Int, _ message: String, _ word: String = "INVALID_ARGUMENT",
    allow: String? = nil
  ) -> HTTPResponse {
    var response = json(
      status, ["error": ["message": .string(message), "status": .string(word)]])
    if let allow {
      var headers = response.headers
      headers.append("Allow", allow)
      response = HTTPResponse(status: status, headers: headers, body: response.body)
    }
    return response
  }

  /// Any JSON.
  static func json(_ status: Int, _ tree: JSONTree) -> HTTPResponse {
    HTTPResponse(status: status, headers: headers, body: tree.encoded())
  }
}
