/// Why a request has no answer that can be used.
///
/// No part of the request or of the answer stands in an error, except the status.
@nonexhaustive
public enum HTTPClientError: Error, Equatable, Sendable {
  /// The URL is none, or its scheme is neither `https` nor an `http` that was allowed.
  case unsupportedURL
  /// The file of certificates cannot be read.
  case unusableCertificates
  /// The name of the host has no address.
  case nameNotFound
  /// Nobody answers at the address.
  case cannotConnect
  /// The server's certificate is not trusted or not for this host; the words are OpenSSL's.
  case untrustedCertificate(String)
  /// No secure connection came about for another reason.
  case tlsFailed(String)
  /// The time was up; `wasSent` says whether the request may have arrived.
  case timedOut(wasSent: Bool)
  /// The answer is longer than allowed.
  case tooLarge(limit: Int)
  /// The connection broke, or what came back is no HTTP; `wasSent` as above.
  case broken(wasSent: Bool)
  /// The client could not be set up, because memory or descriptors are short.
  case cannotStart

  /// The stable name of the failure, for logs and for programs.
  public var reason: String {
    switch self {
    case .unsupportedURL: "unsupported-url"
    case .unusableCertificates: "unusable-ca"
    case .nameNotFound: "name-not-found"
    case .cannotConnect: "cannot-connect"
    case .untrustedCertificate: "untrusted-certificate"
    case .tlsFailed: "tls-failed"
    case .timedOut: "timed-out"
    case .tooLarge: "too-large"
    case .broken: "broken"
    case .cannotStart: "cannot-start"
    }
  }

  /// Whether the request surely was not acted upon and may do better a moment later: only then is it
  /// sent again without asking.
  var isSafeToRetry: Bool {
    switch self {
    case .nameNotFound, .cannotConnect, .timedOut(wasSent: false), .broken(wasSent: false): true
    default: false
    }
  }
}

extension HTTPClientError: CustomStringConvertible {
  /// What went wrong, as a sentence for the user.
  public var description: String {
    switch self {
    case .unsupportedURL: "the URL is not one that may be used"
    case .unusableCertificates: "the file of trusted certificates cannot be used"
    case .nameNotFound: "the host name has no address"
    case .cannotConnect: "nobody answers at that address"
    case .untrustedCertificate(let words): "the server's certificate is not trusted: \(words)"
    case .tlsFailed(let words): "no secure connection could be made: \(words)"
    case .timedOut(wasSent: false): "the server could not be reached in time"
    case .timedOut(wasSent: true): "the server did not answer in time"
    case .tooLarge(let limit): "the answer is longer than \(limit) bytes"
    case .broken: "the connection broke before the answer was complete, or it is no HTTP"
    case .cannotStart: "the HTTP client could not be set up"
    }
  }
}
