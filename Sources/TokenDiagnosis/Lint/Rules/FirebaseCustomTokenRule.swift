import JWTValidation

/// A Firebase custom token where an ID token belongs: it is made to be exchanged, by a service
/// account, and says nothing that Firebase has checked.
enum FirebaseCustomTokenRule: LintRule {
  static let name = "firebase-custom-token"
  static let inputs: [LintInput] = [.claim("uid"), .claim("aud")]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    guard subject.claims["uid"] != nil, let audience = subject.claims["aud"]?.string else {
      return []
    }
    return audience.contains("identitytoolkit.googleapis.com") ? [.firebaseCustomToken] : []
  }
}
