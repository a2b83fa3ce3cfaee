/// When to use colour and bold: the values of `--color`.
package enum ColorMode: String, CaseIterable, Sendable {
  /// On a terminal, unless the environment asks otherwise.
  case auto
  /// Always, also into a file or a pipe.
  case always
  /// Never.
  case never
}
