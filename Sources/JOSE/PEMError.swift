/// Why a text is not PEM (RFC 7468).
@nonexhaustive
public enum PEMError: Error, Equatable, Sendable {
  /// No line that begins a block.
  case noBlock
  /// A block that is begun but not ended, or ended under another label.
  case unterminated(label: String)
  /// A block holds something that is not base64; the offset counts from the start of the text.
  case encoding(label: String, offset: Int)
  /// A block with headers, which is how encrypted keys of the old form begin (RFC 1421).
  case encrypted(label: String)

  /// The stable name of the failure, part of the tools' output contract.
  public var code: String {
    switch self {
    case .noBlock: "pem.no-block"
    case .unterminated: "pem.unterminated"
    case .encoding: "pem.encoding"
    case .encrypted: "key.encrypted"
    }
  }
}
