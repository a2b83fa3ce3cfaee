import CLibcrypto

/// Input that is to be one DER structure from its first byte to its last.
enum DERInput {
  /// Checks the outer frame and lends the bytes as libcrypto's parsers want them.
  ///
  /// - Throws: `malformed` unless the input begins with a whole sequence, `trailingData` when there is more.
  static func reading<Result>(
    _ der: Span<UInt8>,
    _ body: (UnsafePointer<UInt8>?, Int) throws(KeyImportError) -> Result
  ) throws(KeyImportError) -> Result {
    try der.withUnsafeBufferPointer { buffer throws(KeyImportError) in
      try ErrorQueue.preserved { () throws(KeyImportError) in
        try checkFrame(buffer)
        return try body(buffer.baseAddress, buffer.count)
      }
    }
  }

  private static func checkFrame(
    _ buffer: UnsafeBufferPointer<UInt8>
  ) throws(KeyImportError) {
    guard let start = buffer.baseAddress else { throw .malformed }
    var position: UnsafePointer<UInt8>? = start
    var length = 0
    var tag: Int32 = 0
    var tagClass: Int32 = 0
    let form = ASN1_get_object(&position, &length, &tag, &tagClass, buffer.count)
    // Constructed and nothing else: bit 7 is an error, bit 0 an indefinite length, which DER does not have.
    guard form == V_ASN1_CONSTRUCTED, tag == V_ASN1_SEQUENCE, tagClass == V_ASN1_UNIVERSAL,
      let position
    else { throw .malformed }
    let rest = buffer.count - (position - start) - length
    guard rest == 0 else { throw .trailingData(count: rest) }
  }

  /// Decodes a key that stands alone, in the structure that only its own algorithm uses (PKCS #1, SEC 1).
  ///
  /// - Parameter selection: one of the `jc_selection_…` values.
  static func bareKey(
    _ typeName: StaticString, _ selection: Int32, _ start: UnsafePointer<UInt8>?, _ count: Int
  ) throws(KeyImportError) -> KeyHandle {
    var key: OpaquePointer?
    var decoded = false
    // Static texts, and `key` at one place: the decoder keeps these addresses beyond the call.
    let (form, structure): (StaticString, StaticString) = ("DER", "type-specific")
    withUnsafeMutablePointer(to: &key) { place in
      let decoder = OSSL_DECODER_CTX_new_for_pkey(
        place, form.cString, structure.cString, typeName.cString, selection, nil, nil)
      guard let decoder else { return }
      defer { OSSL_DECODER_CTX_free(decoder) }
      var position = start
      var rest = count
      decoded = OSSL_DECODER_from_data(decoder, &position, &rest) == 1
    }
    guard let key else { throw .malformed }
    let handle = KeyHandle(adopting: key)
    guard decoded else { throw .malformed }
    return handle
  }
}
