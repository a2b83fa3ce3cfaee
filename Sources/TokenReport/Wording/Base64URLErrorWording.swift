package import StrictCoding

extension Base64URLError: Worded {
  package var message: String { message(in: "the text") }

  /// The sentence about a text with a name: `the payload part has padding ('=') at character 5`.
  func message(in place: String) -> String {
    switch self {
    case .invalidCharacter(let byte, let offset):
      "\(place) has \(ShownByte.words(byte)) at character \(offset + 1),"
        + " which base64url does not use"
    case .standardAlphabet(let byte, let offset):
      "\(place) has \(ShownByte.words(byte)) at character \(offset + 1):"
        + " that is base64, not base64url"
    case .padding(let offset):
      "\(place) has padding ('=') at character \(offset + 1)"
    case .whiteSpace(let offset):
      "\(place) has white space at character \(offset + 1)"
    case .impossibleLength(let count):
      "\(place) has \(count) characters, a length that no base64url text has"
    case .trailingBits(let offset):
      "\(place) has bits set in its last character, number \(offset + 1),"
        + " which belong to no byte"
    }
  }

  package var hint: String? {
    switch self {
    case .invalidCharacter:
      "only A-Z, a-z, 0-9, - and _ may stand there: look for what was added or changed on the way"
    case .standardAlphabet:
      "encode with the URL-safe alphabet, where - stands for + and _ for /"
    case .padding:
      "encode without padding: RFC 7515 leaves out every ="
    case .whiteSpace:
      "remove blanks and line ends: the text was probably wrapped when it was copied"
    case .impossibleLength:
      "copy the whole text again: a character is missing or one too many"
    case .trailingBits:
      "copy the whole text again: its last character was changed, or its encoder is wrong"
    }
  }
}
