import CLibcrypto

/// Compares two byte strings in a time that depends on nothing but their lengths.
///
/// For secrets and for what is derived from them: an early exit would tell an attacker how many
/// leading bytes were right.
package func equalInConstantTime(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  // Of two empty spans neither may have an address.
  guard !left.isEmpty else { return true }
  return left.withUnsafeBufferPointer { left in
    right.withUnsafeBufferPointer { right in
      jc_equal(left.baseAddress, right.baseAddress, left.count) == 1
    }
  }
}
