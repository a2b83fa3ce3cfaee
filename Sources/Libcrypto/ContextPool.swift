import CLibcrypto

/// Scratch contexts of one key, kept between operations.
///
/// An operation needs a context that no other uses meanwhile. A fresh scratch context costs as much as hashing a short
/// token, and one behind a lock would make threads wait for each other. So there are slots, each on cache
/// lines of its own; a thread always uses the same slot and takes and returns what is in it with one
/// atomic exchange. Two threads that share a slot lose nothing but speed: the second finds it empty and makes
/// a context, and a context that comes back to a full slot takes its place.
struct ContextPool: ~Copyable {
  /// More than the cores of most machines; a power of two.
  private static let slotCount = 32
  /// Two cache lines, because processors fetch neighbours in pairs.
  private static let slotByteCount = 128

  private let slots: UnsafeMutableRawPointer
  private let free: @convention(c) (OpaquePointer?) -> Void

  /// - Parameter free: what libcrypto offers to get rid of such a context.
  init(free: @escaping @convention(c) (OpaquePointer?) -> Void) {
    self.free = free
    let byteCount = Self.slotCount * Self.slotByteCount
    slots = .allocate(byteCount: byteCount, alignment: Self.slotByteCount)
    slots.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
  }

  deinit {
    for index in 0..<Self.slotCount {
      free(exchange(slots + index * Self.slotByteCount, nil))
    }
    slots.deallocate()
  }

  /// Lends a context, in whatever state the last user left it; `nil` when memory is short.
  ///
  /// - Parameter make: makes a context where none is free; `nil` when memory is short.
  @inline(__always)
  func withContext<Result>(
    orMake make: () -> OpaquePointer?, _ body: (OpaquePointer) -> Result?
  ) -> Result? {
    let number = ThreadNumber.current & (Self.slotCount - 1)
    let slot = slots + number * Self.slotByteCount
    guard let context = exchange(slot, nil) ?? make() else { return nil }
    let result = body(context)
    if let other = exchange(slot, context) { free(other) }
    return result
  }

  @inline(__always)
  private func exchange(
    _ slot: UnsafeMutableRawPointer, _ context: OpaquePointer?
  ) -> OpaquePointer? {
    jc_exchange(slot, context.map { UnsafeMutableRawPointer($0) }).map { OpaquePointer($0) }
  }
}
