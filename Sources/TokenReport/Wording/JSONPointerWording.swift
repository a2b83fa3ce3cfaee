package import StrictCoding

extension JSONPointer.ParseError: Worded {
  package var message: String {
    switch self {
    case .missingSlash: "a JSON Pointer starts with a slash"
    case .invalidEscape(let offset):
      "the JSON Pointer has a '~' at byte \(offset + 1) that neither 0 nor 1 follows"
    }
  }

  package var hint: String? {
    switch self {
    case .missingSlash: "write /userId for a claim at the top, /data/userId for one inside data"
    case .invalidEscape: "write ~0 for ~ and ~1 for / inside a name"
    }
  }
}
