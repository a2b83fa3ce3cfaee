extension StaticString {
  /// The text as C wants it, valid for the life of the process.
  ///
  /// libcrypto keeps the pointer of a parameter's name, so a `String`, whose C form dies with the call, would dangle.
  var cString: UnsafePointer<CChar> {
    UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
