/// How much JSON is read before it is refused.
public struct JSONLimits: Equatable, Sendable {
  /// The largest text, in bytes.
  public var maximumByteCount: Int
  /// The most arrays and objects inside each other; `1` allows a flat object.
  public var maximumDepth: Int

  /// For headers, claims, requests and responses: 1 MiB, far above any header that a server takes
  /// (8 to 64 KiB), and 64 levels, far above any claim seen and far below any stack.
  public static let `default` = JSONLimits(maximumByteCount: 1 << 20, maximumDepth: 64)

  /// For JWK Sets and other files of the operator's own: 16 MiB, some 20 000 RSA keys.
  public static let file = JSONLimits(maximumByteCount: 16 << 20, maximumDepth: 64)

  /// The deepest nesting that any limit can allow, and so that any accepted text can have.
  static let deepest = 512

  /// The scanner's offsets are 32 bits wide with one bit spare, and those who walk through a text later
  /// do so with one frame a level: whatever a caller asks for stays below these.
  public init(maximumByteCount: Int, maximumDepth: Int) {
    self.maximumByteCount = min(max(0, maximumByteCount), 1 << 30)
    self.maximumDepth = min(max(0, maximumDepth), Self.deepest)
  }
}
