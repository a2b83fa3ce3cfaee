import Foundation
import JWTValidation
import Velt

/// Requests, answers and identify calls hold what Foundation finds in the text; errors point into it.
func fuzzDocuments(_ text: [UInt8]) {
  do {
    let request = try TokenRequest(json: text)
    require(!request.userId.isEmpty && !request.organizationId.isEmpty, "a request names both")
    if let object = reference(text, "a request is an object") {
      let data = required(object["data"] as? [String: Any], "data")
      require(data["userId"] as? String == request.userId, "the user is the one in the text")
    }
    require("\(request)" == "<token request>", "a request does not show itself")
  } catch {
    requireInside(error, text)
  }
  do {
    switch try TokenResponse(json: text) {
    case .success(let success):
      require(!success.token.isEmpty, "an answer has a token")
      require(TokenMistake(text) == .successEnvelope || text.first != UInt8(ascii: "{"), "envelope")
    case .failure(let failure):
      require(!failure.status.isEmpty && !failure.message.isEmpty, "a failure says something")
    }
  } catch {
    requireInside(error, text)
  }
  do {
    let call = try IdentifyCall(json: text)
    if let object = reference(text, "an identify call is an object") {
      require(object["userId"] as? String == call.userId, "the user is the one in the text")
      require(object["organizationId"] as? String == call.organizationId, "the organization")
    }
  } catch {
    requireInside(error, text)
  }
}

private func requireInside(_ error: DocumentError, _ text: [UInt8]) {
  require(!error.code.isEmpty, "an error has a code")
  if case .json(let reason) = error.reason {
    require(reason.offset >= 0 && reason.offset <= text.count, "the offset lies in the text")
    return
  }
  let offset = required(error.offset, "a text has offsets")
  require(offset >= 0 && offset < text.count, "the offset lies in the text")
  // The pointer leads to the value at the offset, or to nothing and the offset to its parent.
  let root = required(try? JSONValue.parse(text), "the text is JSON")
  guard let object = root.object, let value = object[error.pointer] else { return }
  if !error.pointer.tokens.isEmpty {
    require(value.range.lowerBound == offset, "pointer and offset mean the same value")
  }
}
