public import JWTValidation

/// Where in a policy file something stands.
public struct PolicyPlace: Equatable, Sendable {
  /// The way to it.
  public let pointer: JSONPointer
  /// Where its value starts, in bytes from the start of the file.
  public let offset: Int
  /// The number of its line, from 1.
  public let line: Int
}
