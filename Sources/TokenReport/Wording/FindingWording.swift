package import JWTValidation

extension Finding: Worded {
  package var message: String { worded.message }
  package var hint: String? { worded.hint }

  private var worded: any Worded {
    switch self {
    case .token(let error): error
    case .header(let error): error
    case .key(let error): error
    case .signature(let error): error
    case .claim(let failure): failure
    case .observation(let observation): observation
    }
  }
}
