import HTTPMessages
import JWTValidation
import StrictDocuments
import TokenReport
import Velt

extension RequestCommand {
  /// What the endpoint answered, and when.
  struct Answer {
    let content: TokenResponse
    let sentAt: NumericDate
    let receivedAt: NumericDate
  }

  /// Lets the program beside this one send the request.
  static func fetch(
    _ url: EndpointURL, _ request: TokenRequest, _ arguments: ParsedArguments
  ) throws(CommandFailure) -> Answer {
    let (body, headers) = message(request, isVersion2: url.isVersion2)
    let order = FetchOrder.tree(
      url: url.text, headers: [("Content-Type", "application/json")] + headers, body: body,
      milliseconds: DaemonFetch.milliseconds(arguments),
      certificateFile: arguments[Options.certificateFile], allowsPlainHTTP: url.isPlain)
    let answer = try DaemonFetch.send(order)
    switch answer {
    case .failure(let reason, let message):
      throw CommandFailure(
        .unavailable, "the token endpoint could not be asked: \(message) [\(reason)]",
        hint: DaemonFetch.hint(reason))
    case .response(let response, let sentAt, let receivedAt):
      return Answer(
        content: try envelope(response), sentAt: sentAt, receivedAt: receivedAt)
    }
  }

  /// The body and the header fields that the version of the endpoint wants.
  private static func message(
    _ request: TokenRequest, isVersion2: Bool
  ) -> (body: [UInt8], headers: [(name: String, value: String)]) {
    let apiKey = text(request.apiKey)
    let authToken = text(request.authToken)
    let properties: [(name: String, value: JSONTree?)] = [
      ("organizationId", isVersion2 ? nil : .string(request.organizationId)),
      ("isAdmin", request.isAdmin.map { .boolean($0) }),
      ("email", request.email.map { .string($0) }),
    ]
    let members = JSONTree.members(properties)
    guard isVersion2 else {
      let data: JSONTree = [
        "apiKey": .string(apiKey), "authToken": .string(authToken),
        "userId": .string(request.userId), "userProperties": members,
      ]
      return (JSONTree.object([("data", data)]).encoded(), [])
    }
    let resource: JSONTree = ["type": "organization", "id": .string(request.organizationId)]
    let data: JSONTree = [
      "userId": .string(request.userId), "userProperties": members,
      "permissions": ["resources": [resource]],
    ]
    return (
      JSONTree.object([("data", data)]).encoded(),
      [("x-velt-api-key", apiKey), ("x-velt-auth-token", authToken)]
    )
  }

  private static func text(_ secret: SecretBytes?) -> String {
    secret?.withSpan { String(decoding: $0.copied(), as: UTF8.self) } ?? ""
  }

  /// The envelope in an answer; whatever else a gateway or a login page sends is named as what it is.
  private static func envelope(_ response: HTTPResponse) throws(CommandFailure) -> TokenResponse {
    let isGood = (200...299).contains(response.status)
    let isJSON = response.mediaType?.utf8.elementsEqual("application/json".utf8) == true
    guard isJSON else {
      throw CommandFailure(
        .unavailable,
        isGood
          ? "the answer is \(ShownText.quoted(response.mediaType ?? "of no type")), not JSON"
          : "the endpoint answered with HTTP status \(response.status) and no JSON",
        hint: "is the URL that of a token endpoint?")
    }
    let envelope: TokenResponse
    do {
      envelope = try TokenResponse(json: response.body)
    } catch {
      guard isGood else {
        throw CommandFailure(
          .unavailable, "the endpoint answered with HTTP status \(response.status)")
      }
      throw CommandFailure(.malformed, error, in: "the answer of the token endpoint")
    }
    if case .success = envelope, !isGood {
      throw CommandFailure(
        .unavailable,
        "the endpoint answered with a token and HTTP status \(response.status), which contradict")
    }
    return envelope
  }
}
