extension JSONValue {
  /// Lends the characters of the value exactly as they stand in the text.
  package func withSource<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    body(storage.span.extracting(range))
  }
}
