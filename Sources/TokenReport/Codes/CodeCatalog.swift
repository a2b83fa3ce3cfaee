/// Every code that the libraries can return, explained.
///
/// The tests compare it with the sources: a code without an explanation, and an explanation without
/// a code, are failures.
package enum CodeCatalog {
  /// The codes by what they are about.
  package static let families: [CodeFamily] = [
    token, base64URL, json, header, keySelection, remoteKeys, signature, times, dpop, claims,
    request,
    identify,
    window, documents, pointer, key, jwk, pem, policy, policyFile,
    diagnosisOfKeys, diagnosisOfText, diagnosisOfCuts, suspicions, lintOfProtection, lintOfClaims,
    lintOfContent,
  ]

  /// All codes, family by family.
  package static let all: [CodeExplanation] = families.flatMap(\.codes)

  /// The explanation of a code; `nil` for a text that is none.
  ///
  /// A search and no dictionary: a run of the command line asks for one or two codes, and to build
  /// a dictionary of all took half of what a run computes.
  package static func explanation(of code: String) -> CodeExplanation? {
    for family in families {
      for explanation in family.codes where explanation.code == code { return explanation }
    }
    return nil
  }
}

extension Worded {
  /// The section of a standard that the finding rests on, such as `RFC 7519 §4.1.4`.
  package var reference: String? { CodeCatalog.explanation(of: code)?.reference }
}
