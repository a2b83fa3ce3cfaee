/// An upper case letter of ASCII as the lower case one; every other byte as it is.
///
/// For names that a protocol compares without regard to case (hosts, media types, header fields):
/// those of Unicode would make different bytes equal.
@inline(__always)
package func lowercased(_ byte: UInt8) -> UInt8 {
  (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}
