package import Velt

extension RequestFinding: Worded {
  package var message: String {
    switch self {
    case .userIdMismatch(let difference), .organizationMismatch(let difference),
      .emailMismatch(let difference):
      difference.sentence(about: claim, comparedWith: "the request")
    case .adminMissing(.missing):
      "an administrator was requested, and the token does not say isAdmin"
    case .adminMissing: "an administrator was requested, and the token says isAdmin: false"
    case .adminNotRequested(let places):
      "the token makes an administrator of somebody who was not requested to be one"
        + " (\(ShownName.pointers(places)))"
    case .emailNotRequested(let places):
      "the token has an email that was not requested (\(ShownName.pointers(places)))"
    }
  }

  package var hint: String? {
    switch self {
    case .userIdMismatch(.missing), .organizationMismatch(.missing), .emailMismatch(.missing):
      "if the token keeps it in another place, say where"
    case .userIdMismatch(.letterCase), .organizationMismatch(.letterCase),
      .emailMismatch(.letterCase):
      "write it the same way everywhere: values are compared byte for byte"
    case .userIdMismatch, .emailMismatch:
      "do not use the token: it is somebody else's, or kept from another request"
    case .organizationMismatch: "do not use the token: it opens another organization"
    case .adminMissing: "send userProperties.isAdmin as true, without quotes, and get a new token"
    case .adminNotRequested:
      "do not use the token; check that nothing from the caller reaches isAdmin in the request"
    case .emailNotRequested: "identify() must be called with the same email"
    }
  }
}
