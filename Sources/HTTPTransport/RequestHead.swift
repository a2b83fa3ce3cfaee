import CLibmicrohttpd
import HTTPMessages

/// The header fields of a request, and why it is not served if they alone say so.
struct RequestHead {
  let headers: HTTPHeaders
  private(set) var fault: HTTPRequest.Fault?

  /// Reads what the server library has understood.
  init(_ connection: OpaquePointer, limits: HTTPServerLimits) {
    var fields: [(name: String, value: String)] = []
    fields.reserveCapacity(8)
    withUnsafeMutablePointer(to: &fields) { pointer in
      _ = MHD_get_connection_values_n(connection, .HEADER_KIND, Self.collect, pointer)
    }
    headers = HTTPHeaders(fields)
    let size = jc_mhd_header_size(connection)
    let fieldSize = fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
    fault =
      size > limits.headerBytes
      ? 2 * fieldSize > size ? .fieldsTooLarge : .targetTooLong
      : Self.fault(of: headers, bodyLimit: limits.bodyBytes)
  }

  /// What lengths and codings say about the body, and hosts about the target.
  private static func fault(of headers: HTTPHeaders, bodyLimit: Int) -> HTTPRequest.Fault? {
    let lengths = headers.values(of: "content-length")
    let codings = headers.values(of: "transfer-encoding")
    guard lengths.count + codings.count <= 1, headers.values(of: "host").count <= 1 else {
      return .ambiguous
    }
    // The bit makes ASCII letters small, and nothing else a letter of this word.
    if let coding = codings.first,
      !coding.utf8.elementsEqual("chunked".utf8, by: { $0 | 0x20 == $1 })
    {
      return .unknownCoding
    }
    // A body that is announced as too large is not even read.
    if let count = lengths.first.flatMap(UInt64.init), count > UInt64(bodyLimit) {
      return .bodyTooLarge
    }
    return nil
  }

  private static let collect: MHD_KeyValueIteratorN = { context, _, name, nameCount, value, count in
    guard let context, let name else { return .YES }
    let fields = context.assumingMemoryBound(to: [(name: String, value: String)].self)
    func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
      let bytes = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
      return String(decoding: bytes, as: UTF8.self)
    }
    fields.pointee.append((text(name, nameCount), text(value, count)))
    return .YES
  }
}
