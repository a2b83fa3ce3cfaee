import CLibmicrohttpd
import HTTPMessages

/// A request while it comes in.
final class PendingRequest {
  /// What is known before the body: only a fault is answered at once.
  let head: RequestHead
  private let limit: Int
  private var bytes: [UInt8] = []
  private var isTooLarge = false
  private var count = 0

  init(_ head: RequestHead, limit: Int) {
    self.head = head
    self.limit = limit
  }

  /// Takes the next bytes of the body.
  ///
  /// - Returns: whether to go on. Some bytes beyond the limit are read and dropped, so that the
  ///   client comes to read the answer; who sends on and on is cut off.
  func append(_ chunk: UnsafeBufferPointer<CChar>) -> Bool {
    count += chunk.count
    if count > limit {
      isTooLarge = true
      bytes = []
      return count <= limit + 1 << 20
    }
    bytes.append(contentsOf: UnsafeRawBufferPointer(chunk))
    return true
  }

  var body: HTTPRequest.Body { isTooLarge ? .unread(.bodyTooLarge) : .complete(bytes) }
}
