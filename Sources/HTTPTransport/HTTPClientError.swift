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

  /// The stable name of the failure.
  public var code: String {
    switch self {
    case .unsupportedURL: "http.unsupported-url"
    case .unusableCertificates: "http.unusable-ca"
    case .nameNotFound: "http.name-not-found"
    case .cannotConnect: "http.cannot-connect"
    case .untrustedCertificate: "http.untrusted-certificate"
    case .tlsFailed: "http.tls-failed"
    case .timedOut: "http.timed-out"
    case .tooLarge: "http.too-large"
    case .broken: "http.broken"
    case .cannotStart: "http.cannot-start"
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
    case .untrustedCertificate(let reason): "the server's certificate is not trusted: \(reason)"
    case .tlsFailed(let reason): "no secure connection could be made: \(reason)"
    case .timedOut(wasSent: false): "the server could not be reached in time"
    case .timedOut(wasSent: true): "the server did not answer in time"
    case .tooLarge(let limit): "the answer is longer than \(limit) bytes"
    case .broken: "the connection broke before the answer was complete, or it is no HTTP"
    case .cannotStart: "the HTTP client could not be set up"
    }
  }
}
