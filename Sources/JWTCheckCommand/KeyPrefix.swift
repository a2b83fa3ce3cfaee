/// The marks at the start of a KEY that say where its bytes come from.
package enum KeyPrefix: String, CaseIterable, Sendable {
  /// A file, also when its name looks like something else.
  case at = "@"
  /// An environment variable.
  case environment = "env:"
  /// An open file descriptor.
  case descriptor = "fd:"
  /// A secret as it stands, in UTF-8.
  case text = "text:"
  /// A secret in standard base64, with or without padding.
  case base64 = "b64:"
  /// A secret in base64url without padding.
  case base64URL = "b64url:"
  /// A secret in hexadecimal.
  case hexadecimal = "hex:"
}
