/// Something that is handed over where a token belongs, often enough to have a name.
@nonexhaustive
public enum TokenMistake: Equatable, Sendable {
  /// The whole answer of the token endpoint; the token stands inside it.
  case successEnvelope
  /// The answer of the token endpoint that holds no token.
  case failureEnvelope
  /// What a missing value turns into when it is made a string.
  case placeholder(Placeholder)

  /// The strings that stand for no token.
  public enum Placeholder: String, CaseIterable, Equatable, Sendable {
    case undefined
    case null
    case object = "[object Object]"
  }

  /// Recognises a mistake; `nil` for everything else, including broken tokens.
  public init?(_ text: [UInt8]) {
    if let match = Placeholder.allCases.first(where: { $0.rawValue.utf8.elementsEqual(text) }) {
      self = .placeholder(match)
      return
    }
    guard text.first == UInt8(ascii: "{"), let response = try? TokenResponse(json: text) else {
      return nil
    }
    switch response {
    case .success: self = .successEnvelope
    case .failure: self = .failureEnvelope
    }
  }

  /// The stable name of the mistake, part of the tools' output contract.
  public var code: String {
    switch self {
    case .successEnvelope: "token.is-envelope"
    case .failureEnvelope: "token.is-failure"
    case .placeholder: "token.is-placeholder"
    }
  }
}
