public import Velt

/// Why there is no token. Neither credentials nor a token stand in an error.
@nonexhaustive
public enum TokenClientError: Error, Equatable, Sendable {
  /// No answer came; the words are the fetcher's.
  case notFetched(String)
  /// The answer has this status and no envelope that says more.
  case status(Int)
  /// The answer says that it is good but is no JSON.
  case notJSON
  /// The answer is JSON but no envelope.
  case malformed(DocumentError)
  /// The service says that there is no token, and why.
  case failure(TokenResponse.Failure)
  /// The token that came is not what was requested, does not live, or is not signed as it must be.
  case refused(TokenCheckRecord)
}
