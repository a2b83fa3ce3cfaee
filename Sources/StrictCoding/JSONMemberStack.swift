/// The members of all objects that are open while a text is scanned.
///
/// An array would be asked at every member whether somebody else holds it too. This lives in memory
/// that the caller lends, usually on its stack, and moves to memory of its own when that is full.
@safe
struct JSONMemberStack: ~Copyable {
  /// Twice as many members as any usual claims set has, half a kilobyte.
  static let usualCapacity = 32

  private var memory: UnsafeMutableBufferPointer<JSONMemberRange>
  private var isLent = true
  private(set) var count = 0

  /// `memory` must not be empty and must outlive the stack.
  init(lent memory: UnsafeMutableBufferPointer<JSONMemberRange>) {
    unsafe self.memory = memory
  }

  deinit {
    if !isLent { unsafe memory.deallocate() }
  }

  /// The member at a position below `count`, or one that was taken off last.
  @inline(__always)
  subscript(position: Int) -> JSONMemberRange { unsafe memory[position] }

  /// Says where the value of the last member ends; there must be one.
  @inline(__always)
  mutating func endLast(_ end: Int) { unsafe memory[count &- 1].endValue(end) }

  /// Says that the value of the last member is a string with escape sequences; there must be one.
  @inline(__always)
  mutating func setLastEscaped() { unsafe memory[count &- 1].setValueEscaped() }

  @inline(__always)
  mutating func append(_ member: JSONMemberRange) {
    if unsafe count == memory.count { grow() }
    unsafe memory[count] = member
    count &+= 1
  }

  @inline(__always)
  mutating func shorten(to newCount: Int) { count = newCount }

  /// All members from a position on.
  func members(from start: Int) -> [JSONMemberRange] {
    unsafe Array(UnsafeBufferPointer(rebasing: memory[start..<count]))
  }

  /// All members.
  var all: [JSONMemberRange] { members(from: 0) }

  /// Writes all members down as bytes; `output` must have room for them.
  func copyBytes(to output: UnsafeMutableRawBufferPointer) {
    unsafe output.copyMemory(
      from: UnsafeRawBufferPointer(UnsafeMutableBufferPointer(rebasing: memory[..<count])))
  }

  private mutating func grow() {
    let larger = unsafe UnsafeMutableBufferPointer<JSONMemberRange>.allocate(
      capacity: memory.count * 4)
    _ = unsafe larger.initialize(fromContentsOf: memory)
    if !isLent { unsafe memory.deallocate() }
    unsafe memory = larger
    isLent = false
  }
}
