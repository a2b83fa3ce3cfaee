import StrictCoding

extension Span<UInt8> {
  /// Whether a token begins with this encoded header: whoever knows headers need not look for the
  /// first dot.
  package func startsWithHeader(_ encoded: Span<UInt8>) -> Bool {
    count > encoded.count && self[encoded.count] == UInt8(ascii: ".")
      && extracting(..<encoded.count).isEqual(to: encoded)
  }
}
