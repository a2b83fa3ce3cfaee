import StrictCoding

/// What the token endpoint answers: a token, or why there is none.
public enum TokenResponse: Equatable, Sendable {
  /// `{"result": {"status": "success", "message": …, "data": {"token": …}}}`
  case success(Success)
  /// `{"error": {"message": …, "status": …}}`
  case failure(Failure)

  /// The answer that holds a token.
  public struct Success: Equatable, Sendable {
    /// What the service says about its answer.
    public let message: String
    /// The token, whatever it turns out to be; never printed with the answer.
    public let token: [UInt8]
  }

  /// The answer that holds none.
  public struct Failure: Equatable, Sendable {
    /// What the service says is wrong.
    public let message: String
    /// The kind of failure, such as `INVALID_ARGUMENT`.
    public let status: String
  }

  /// Reads the body of an answer; members that are not named above are not looked at.
  ///
  /// - Throws: `DocumentError` with the member that is missing, empty or of the wrong type.
  public init(json text: [UInt8]) throws(DocumentError) {
    let envelope = try DocumentReader(.response, text: text)
    switch (try envelope.optionalChild("result"), try envelope.optionalChild("error")) {
    case (let result?, nil): self = .success(try Success(result))
    case (nil, let error?): self = .failure(try Failure(error))
    default:
      throw DocumentError(
        .response, .notAnEnvelope, at: .init(members: []),
        offset: envelope.object.range.lowerBound)
    }
  }
}

extension TokenResponse.Success {
  fileprivate init(_ result: DocumentReader) throws(DocumentError) {
    guard try result.string("status").utf8.elementsEqual("success".utf8) else {
      throw result.error(.unexpectedStatus, "status", result.object["status"])
    }
    message = try result.string("message")
    token = Array(try result.child("data").string("token").utf8)
  }
}

extension TokenResponse.Failure {
  fileprivate init(_ error: DocumentReader) throws(DocumentError) {
    message = try error.string("message")
    status = try error.string("status")
  }
}

extension TokenResponse.Success: CustomStringConvertible, CustomReflectable {
  /// Never the token.
  public var description: String { "success: \(message)" }
  /// Never the token.
  public var customMirror: Mirror { Mirror(self, children: ["message": message]) }
}
