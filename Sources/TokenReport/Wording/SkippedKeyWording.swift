package import JWTValidation

extension SkippedKey: Worded {
  package var code: String { reason.code }

  package var message: String {
    let name = keyID.map { " (\(ShownName.quoted($0)))" } ?? ""
    return "key \(index + 1) of the set\(name) is passed over: \(reason.message)"
  }

  package var hint: String? { reason.hint }
}
