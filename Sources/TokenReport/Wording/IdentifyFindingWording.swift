package import Velt

extension IdentifyFinding: Worded {
  package var message: String {
    switch self {
    case .userIdMismatch(let difference), .organizationMismatch(let difference),
      .emailMismatch(let difference):
      difference.sentence(about: claim, comparedWith: "identify()")
    case .adminSet: "identify() says isAdmin, which only the token may say"
    }
  }

  package var hint: String? {
    switch self {
    case .userIdMismatch(.letterCase), .organizationMismatch(.letterCase),
      .emailMismatch(.letterCase):
      "write it the same way everywhere: values are compared byte for byte"
    case .organizationMismatch(.notGiven), .emailMismatch(.notGiven), .userIdMismatch(.notGiven):
      "call identify() with the value that the token was requested with"
    case .userIdMismatch(.missing), .organizationMismatch(.missing), .emailMismatch(.missing):
      "request the token with it; if the token keeps it in another place, say where"
    case .userIdMismatch, .organizationMismatch, .emailMismatch:
      "call identify() with what the token was requested with"
    case .adminSet: "take isAdmin out of identify() and request the token with it"
    }
  }
}
