/// How the bytes of a secret are written as text.
public enum SecretCoding: String, CaseIterable, Equatable, Sendable {
  case base64
  case base64URL = "base64url"
  case hexadecimal
}

/// What ends a line.
public enum LineEnd: String, CaseIterable, Equatable, Sendable {
  case lineFeed, carriageReturnLineFeed, carriageReturn

  /// Its bytes.
  package var bytes: [UInt8] {
    switch self {
    case .lineFeed: [0x0A]
    case .carriageReturnLineFeed: [0x0D, 0x0A]
    case .carriageReturn: [0x0D]
    }
  }
}

/// The form of a public key whose bytes were used as an HMAC secret.
public enum PublicKeyText: String, Equatable, Sendable {
  /// The bytes as they were given.
  case asGiven
  /// The given text with other line ends, or without its last one.
  case otherLineEnds
  /// The key written anew as PEM.
  case pem
  /// The base64 between the lines of the PEM.
  case pemBody
  /// The bytes inside the PEM.
  case der
}

/// Which of the two signed parts of a token is meant.
public enum TokenPart: String, CaseIterable, Equatable, Sendable {
  case header, payload, both
}
