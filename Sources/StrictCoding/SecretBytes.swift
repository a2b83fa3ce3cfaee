/// Bytes that must not be seen: never printed, and overwritten when the last reference goes.
///
/// For HMAC keys and the private parts of JWKs between reading and use. Copies that a caller makes
/// are the caller's to wipe.
@safe
public final class SecretBytes: Sendable {
  // Written only while the object is made and unmade, when nobody else holds it.
  private nonisolated(unsafe) let memory: UnsafeMutableBufferPointer<UInt8>
  /// The number of bytes.
  public let count: Int

  /// Copies the bytes; the original stays with the caller.
  public convenience init(_ bytes: some Collection<UInt8>) {
    self.init(capacity: bytes.count) { output in
      if bytes.withContiguousStorageIfAvailable({ output.append(bytes: unsafe $0.span) }) == nil {
        Self.append(eachOf: bytes, to: &output)
      }
    }
  }

  /// Apart, because a generic function asks for all its types first, and these take long to find.
  @inline(never)
  private static func append(
    eachOf bytes: some Collection<UInt8>, to output: inout OutputSpan<UInt8>
  ) {
    for byte in bytes { output.append(byte) }
  }

  /// Fills memory in place, so that no copy is left behind; `fill` may append up to `capacity` bytes.
  package init<Failure: Error>(
    capacity: Int, fill: (inout OutputSpan<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    unsafe memory = .allocate(capacity: capacity)
    var output = unsafe OutputSpan(buffer: memory, initializedCount: 0)
    do {
      try fill(&output)
    } catch {
      count = unsafe output.finalize(for: memory)
      throw error
    }
    count = unsafe output.finalize(for: memory)
  }

  deinit {
    unsafe Self.wipe(memory)
    unsafe memory.deallocate()
  }

  /// Gives access to the bytes for the time of the call.
  public func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(unsafe UnsafeBufferPointer(rebasing: memory[..<count]).span)
  }

  /// Overwrites an array in place, for buffers that held key material on its way here.
  package static func wipe(_ bytes: inout [UInt8]) {
    unsafe bytes.withUnsafeMutableBufferPointer { unsafe wipe($0) }
  }

  private static func wipe(_ memory: UnsafeMutableBufferPointer<UInt8>) {
    guard let start = memory.baseAddress else { return }
    unsafe wipe(UnsafeMutableRawPointer(start), memory.count)
  }

  /// Overwrites memory. It is opaque to the optimizer, which would otherwise see that the bytes are
  /// never read again and drop the stores. What is not optimized makes every generic type it uses
  /// at run time, so it uses none.
  @inline(never) @_optimize(none)
  private static func wipe(_ memory: UnsafeMutableRawPointer, _ count: Int) {
    var offset = 0
    while offset < count {
      unsafe memory.storeBytes(of: 0, toByteOffset: offset, as: UInt8.self)
      offset += 1
    }
  }
}

extension SecretBytes: CustomStringConvertible, CustomReflectable {
  /// Never the bytes.
  public var description: String { "<redacted>" }
  /// Never the bytes.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
