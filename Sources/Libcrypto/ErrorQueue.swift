import CLibcrypto

/// libcrypto's error queue of the calling thread.
///
/// The queue belongs to the whole process: a program that also speaks TLS must not find our
/// refusals in it, nor lose its own entries.
enum ErrorQueue {
  /// Runs `body` and takes back every entry it left.
  static func preserved<Result: ~Copyable, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    ERR_set_mark()
    defer { ERR_pop_to_mark() }
    return try body()
  }

  /// The newest entry as an error of ours; only libcrypto's fixed text, never the data beside it.
  static func failure(_ operation: StaticString) -> LibcryptoError {
    let code = ERR_peek_last_error()
    let reason: String
    if code == 0 {
      reason = "no reason given"
    } else if let text = ERR_reason_error_string(code) {
      reason = String(cString: text)
    } else {
      reason = "error code \(code)"
    }
    return .failed(operation: "\(operation)", reason: reason)
  }
}
