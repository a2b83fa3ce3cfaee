import CLibcrypto
import Synchronization

/// Counts how often an ECDSA key is used and makes tables for it when that pays.
///
/// A refusal by the tables is never the last word: the usual way is asked then, so that tables can
/// make a good signature slow but not refused.
final class HotKey: Sendable {
  /// After so many signatures the time that tables take to make is won back about once.
  private static func threshold(_ curve: WeierstrassCurve) -> Int? {
    switch curve {
    case .p256: 1000
    case .p384: 200
    case .p521, .secp256k1: nil
    }
  }

  /// Tables of P-384 take some megabytes each.
  private static let maximumTableCount = 64
  private static let tableCount = Atomic<Int>(0)

  private let curve: WeierstrassCurve
  private let hash: HashFunction
  private let x: [UInt8]
  private let y: [UInt8]
  private let threshold: Int
  private let useCount = Atomic<Int>(0)
  private let tables = AtomicLazyReference<KeyTables>()

  /// `nil` for keys and hashes that tables are not made for.
  ///
  /// - Parameter threshold: after how many signatures; only tests set it.
  init?(
    _ key: borrowing KeyHandle, curve: WeierstrassCurve, hash: HashFunction, threshold: Int?
  ) {
    // Whoever puts a module in the place of libcrypto's own arithmetic wants no other to be used.
    guard let threshold = threshold ?? Self.threshold(curve), key.isBuiltIn,
      hash.byteCount == curve.coordinateByteCount, let (x, y) = key.coordinates(curve)
    else { return nil }
    self.curve = curve
    self.hash = hash
    self.x = x
    self.y = y
    self.threshold = threshold
  }

  deinit {
    if tables.load() != nil { Self.tableCount.subtract(1, ordering: .relaxed) }
  }

  /// `true` if tables find the signature good; `false` says nothing.
  func accepts(signature: Span<UInt8>, message: Span<UInt8>) -> Bool {
    guard let tables = tables.load() ?? tablesIfDue(),
      let digest = try? Digest.bytes(hash, of: message)
    else { return false }
    return ErrorQueue.preserved { tables.isValid(signature: signature, digest: digest) }
  }

  /// The one use that reaches the threshold makes the tables; others go on the usual way meanwhile.
  private func tablesIfDue() -> KeyTables? {
    guard useCount.load(ordering: .relaxed) < threshold,
      useCount.add(1, ordering: .relaxed).newValue == threshold
    else { return nil }
    guard Self.tableCount.add(1, ordering: .relaxed).newValue <= Self.maximumTableCount,
      let made = ErrorQueue.preserved({ KeyTables(curve, x: x, y: y) })
    else {
      Self.tableCount.subtract(1, ordering: .relaxed)
      return nil
    }
    return tables.storeIfNil(made)
  }
}
