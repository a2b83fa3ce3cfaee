package import Velt

extension TokenMistake: Worded {
  package var message: String {
    switch self {
    case .successEnvelope: "this is the endpoint's whole answer, not the token inside it"
    case .failureEnvelope: "this is the endpoint's answer that there is no token"
    case .placeholder(let placeholder):
      "this is the text \(ShownName.quoted(placeholder.rawValue)), not a token"
    }
  }

  package var hint: String? {
    switch self {
    case .successEnvelope: "pass on result.data.token and nothing else"
    case .failureEnvelope: "read error.message: the request has to be corrected"
    case .placeholder: "look for a value that was missing, or an object, where it became a string"
    }
  }
}
