import CLibmicrohttpd
import HTTPMessages

/// A request while it comes in.
final class PendingRequest {
  private let limit: Int
  private var bytes: [UInt8] = []
  private var isTooLarge = false
  private var count = 0

  init(limit: Int) { self.limit = limit }

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

  var body: HTTPRequest.Body { isTooLarge ? .tooLarge(limit: limit) : .complete(bytes) }
}

extension HTTPHeaders {
  /// The header fields of a request.
  init(_ connection: OpaquePointer) {
    var fields: [(name: String, value: String)] = []
    fields.reserveCapacity(8)
    withUnsafeMutablePointer(to: &fields) { pointer in
      _ = MHD_get_connection_values(connection, .HEADER_KIND, Self.collect, pointer)
    }
    self.init(fields)
  }

  private static let collect: MHD_KeyValueIterator = { context, _, name, value in
    guard let context, let name else { return .YES }
    let fields = context.assumingMemoryBound(to: [(name: String, value: String)].self)
    fields.pointee.append((String(cString: name), value.map { String(cString: $0) } ?? ""))
    return .YES
  }
}
