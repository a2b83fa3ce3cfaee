import StrictCoding
package import Velt

extension DocumentError: Worded {
  package var message: String {
    switch reason {
    case .json(let error): error.message(in: name)
    case .missingMember(let expected): "\(name) has no \(place): \(expected.words) is needed"
    case .wrongType(let expected, let found) where pointer.tokens.isEmpty:
      "\(name) is \(found.foundWords) where \(expected.words) is needed"
    case .wrongType(let expected, let found):
      "\(name) has \(found.foundWords) at \(place) where \(expected.words) is needed"
    case .emptyMember: "\(name) has an empty text at \(place)"
    case .severalOrganizations: "\(name) names several organizations in \(place)"
    case .notAnEnvelope: "\(name) has neither \"result\" nor \"error\", or both"
    case .unexpectedStatus: "\(name) has another status than \"success\" at \(place)"
    }
  }

  package var hint: String? {
    switch reason {
    case .json(let error): error.hint
    case .missingMember: "add the member, or check that this is the right document: \(purpose)"
    case .wrongType(_, .null): "leave the member out where there is no value: null is a value"
    case .wrongType(.boolean, _): "write true or false without quotes"
    case .wrongType: "write the value with that type: \(purpose)"
    case .emptyMember where document == .response:
      "request the token again: the answer is not usable"
    case .emptyMember: "write the value: an empty one would match a token that says nothing"
    case .severalOrganizations: "check one organization at a time"
    case .notAnEnvelope: "check that this is the right document: \(purpose)"
    case .unexpectedStatus: "read result.message, and request the token again"
    }
  }

  private var place: String { ShownName.pointer(pointer) }

  private var name: String {
    switch document {
    case .request: "the request"
    case .response: "the response"
    case .identify: "the identify call"
    }
  }

  private var purpose: String {
    switch document {
    case .request: "the request is the body that is sent to the token endpoint"
    case .response: "the response is the body that the token endpoint sends back"
    case .identify: "the identify call is the object that identify() is called with"
    }
  }
}
