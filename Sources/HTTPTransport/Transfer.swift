import CLibcurl
import HTTPMessages

/// One attempt to send a request.
final class Transfer {
  private let handle: OpaquePointer
  private let request: HTTPRequest
  private let limit: Int
  private var fields: UnsafeMutablePointer<curl_slist>?
  private var answer: [UInt8] = []
  private var answerFields: [(name: String, value: String)] = []
  private var isTooLarge = false

  /// libcurl must be initialized once, before any thread uses it.
  private static let isInitialized = jc_curl_initialize() == CURLE_OK

  init(
    _ request: HTTPRequest, options: HTTPClientOptions, until end: ContinuousClock.Instant
  ) throws(HTTPClientError) {
    guard Self.isInitialized, let handle = curl_easy_init() else { throw .cannotStart }
    self.handle = OpaquePointer(handle)
    self.request = request
    limit = options.maximumBytes
    guard request.target.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else { throw .unsupportedURL }
    var isSet = set(CURLOPT_URL, request.target)
    // Whatever a URL or a server says: no other scheme, no redirect, no `.netrc`. A proxy of the
    // environment carries TLS through unread, but plain HTTP it must not get.
    isSet = set(CURLOPT_PROTOCOLS_STR, options.allowsPlainHTTP ? "https,http" : "https") && isSet
    isSet = set(CURLOPT_FOLLOWLOCATION, 0) && set(CURLOPT_NETRC, 0) && isSet
    if options.allowsPlainHTTP { isSet = set(CURLOPT_PROXY, "") && isSet }
    // Signals would go to whatever thread; names are looked up in a thread of libcurl's.
    isSet = set(CURLOPT_NOSIGNAL, 1) && isSet
    isSet = set(CURLOPT_SSL_VERIFYPEER, 1) && set(CURLOPT_SSL_VERIFYHOST, 2) && isSet
    isSet = set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)) && isSet
    let left = (end - ContinuousClock.now).components
    let milliseconds = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000
    guard milliseconds > 0 else { throw .timedOut(wasSent: false) }
    isSet = set(CURLOPT_TIMEOUT_MS, Int(milliseconds)) && isSet
    isSet = set(CURLOPT_MAXFILESIZE, limit) && isSet
    isSet = setRequest() && setReceivers() && isSet
    guard isSet else { throw .cannotStart }
    if let file = options.certificateFile, !set(CURLOPT_CAINFO, file) {
      throw .unusableCertificates
    }
  }

  deinit {
    curl_slist_free_all(fields)
    curl_easy_cleanup(UnsafeMutableRawPointer(handle))
  }

  private var curl: UnsafeMutableRawPointer { UnsafeMutableRawPointer(handle) }

  private func set(_ option: CURLoption, _ value: Int) -> Bool {
    jc_curl_set_long(curl, option, value) == CURLE_OK
  }

  private func set(_ option: CURLoption, _ value: String) -> Bool {
    jc_curl_set_text(curl, option, value) == CURLE_OK
  }

  private func setRequest() -> Bool {
    for field in request.headers.fields {
      // A line break in a value would start a field of its own.
      guard field.value.utf8.allSatisfy({ $0 == 0x09 || 0x20...0x7E ~= $0 || $0 >= 0x80 })
      else { return false }
      fields = curl_slist_append(fields, "\(field.name): \(field.value)")
    }
    // Waiting for "100 Continue" would cost a second with servers that do not know it.
    fields = curl_slist_append(fields, "Expect:")
    guard jc_curl_set_list(curl, CURLOPT_HTTPHEADER, fields) == CURLE_OK else { return false }
    if request.hasMethod("GET") { return set(CURLOPT_HTTPGET, 1) }
    guard case .complete(let body) = request.body else { return false }
    guard set(CURLOPT_POST, 1), set(CURLOPT_CUSTOMREQUEST, request.method),
      jc_curl_set_size(curl, CURLOPT_POSTFIELDSIZE_LARGE, Int(body.count)) == CURLE_OK
    else { return false }
    // libcurl copies as many bytes as it was told above.
    return body.withUnsafeBytes { bytes in
      jc_curl_set_pointer(
        curl, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
    } == CURLE_OK
  }

  private func setReceivers() -> Bool {
    let context = Unmanaged.passUnretained(self).toOpaque()
    return jc_curl_set_write(curl, CURLOPT_WRITEFUNCTION, Self.onBody) == CURLE_OK
      && jc_curl_set_pointer(curl, CURLOPT_WRITEDATA, context) == CURLE_OK
      && jc_curl_set_write(curl, CURLOPT_HEADERFUNCTION, Self.onHeader) == CURLE_OK
      && jc_curl_set_pointer(curl, CURLOPT_HEADERDATA, context) == CURLE_OK
  }

  private static let onBody: jc_curl_write = { bytes, size, count, context in
    guard let bytes, let context else { return 0 }
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    let total = size * count
    guard transfer.answer.count + total <= transfer.limit else {
      transfer.isTooLarge = true
      return 0
    }
    transfer.answer.append(
      contentsOf: UnsafeRawBufferPointer(start: UnsafeRawPointer(bytes), count: total))
    return total
  }

  private static let onHeader: jc_curl_write = { bytes, size, count, context in
    guard let bytes, let context else { return 0 }
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    let line = UnsafeRawBufferPointer(start: UnsafeRawPointer(bytes), count: size * count)
    transfer.takeHeaderLine(String(decoding: line, as: UTF8.self))
    return size * count
  }

  private func takeHeaderLine(_ line: String) {
    // A status line starts anew: what came before were fields of an interim answer.
    if line.utf8.starts(with: "HTTP/".utf8) { answerFields = [] }
    let parts = line.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1)
    guard parts.count == 2, let name = String(parts[0]), let value = String(parts[1]) else {
      return
    }
    let blanks: [Character] = [" ", "\t", "\r", "\n", "\r\n"]
    var trimmed = Substring(value).drop { blanks.contains($0) }
    while let last = trimmed.last, blanks.contains(last) { trimmed.removeLast() }
    answerFields.append((name, String(trimmed)))
  }

  /// Sends the request and waits for the answer.
  func perform() throws(HTTPClientError) -> HTTPResponse {
    let code = curl_easy_perform(curl)
    guard code == CURLE_OK else { throw error(code) }
    var status = 0
    _ = jc_curl_get_long(curl, CURLINFO_RESPONSE_CODE, &status)
    return HTTPResponse(status: status, headers: HTTPHeaders(answerFields), body: answer)
  }

  /// How long the answer asks to wait, as seconds or as a date that is still to come (RFC 9110
  /// §10.2.3); `nil` if it does not.
  var pauseAskedFor: Duration? {
    var seconds: Int64 = 0
    guard jc_curl_get_size(curl, CURLINFO_RETRY_AFTER, &seconds) == CURLE_OK, seconds > 0 else {
      return nil
    }
    return .seconds(seconds)
  }

  private func error(_ code: CURLcode) -> HTTPClientError {
    let reason = String(cString: curl_easy_strerror(code))
    switch code {
    // The same code stands for an answer that is no HTTP.
    case CURLE_UNSUPPORTED_PROTOCOL where wasSent: return .broken(wasSent: true)
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT: return .unsupportedURL
    case CURLE_SSL_CACERT_BADFILE: return .unusableCertificates
    case CURLE_COULDNT_RESOLVE_HOST: return .nameNotFound
    case CURLE_COULDNT_CONNECT: return .cannotConnect
    case CURLE_PEER_FAILED_VERIFICATION: return .untrustedCertificate(verificationReason)
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER:
      return .tlsFailed(reason)
    case CURLE_OPERATION_TIMEDOUT: return .timedOut(wasSent: wasSent)
    case CURLE_FILESIZE_EXCEEDED: return .tooLarge(limit: limit)
    case CURLE_WRITE_ERROR where isTooLarge: return .tooLarge(limit: limit)
    case CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT: return .cannotStart
    default: return .broken(wasSent: wasSent)
    }
  }

  /// Whether any byte of the request has gone out.
  private var wasSent: Bool {
    var count = 0
    _ = jc_curl_get_long(curl, CURLINFO_REQUEST_SIZE, &count)
    return count > 0
  }

  private var verificationReason: String {
    var result = 0
    _ = jc_curl_get_long(curl, CURLINFO_SSL_VERIFYRESULT, &result)
    return switch result {
    case 0: "it is for another host"
    case 10: "it has expired"
    case 18, 19: "it is signed by itself or by an authority that is not trusted"
    case 20, 21: "its authority is not known here"
    default: "OpenSSL's verification error \(result)"
    }
  }
}
