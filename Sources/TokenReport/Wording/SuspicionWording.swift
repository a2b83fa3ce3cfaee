import JOSE
package import TokenDiagnosis

extension Suspicion: Worded {
  package var message: String {
    switch self {
    case .contentChanged(let hash):
      "this key made the signature, with SHA-\(8 * hash.byteCount), but over another text: header or"
        + " payload was changed after signing"
    case .signatureTruncated(let expected, let found):
      "the signature has \(found) characters instead of \(expected): its end seems to be missing"
    case .signatureTooLong(let expected, let found):
      "the signature has \(found) characters instead of \(expected): something was added"
    case .lengthOfOtherAlgorithm(let byteCount, let candidates):
      "the signature has \(byteCount) bytes, as one of"
        + " \(candidates.map(\.name).joined(separator: ", ")) has"
    case .otherKeySize(let signature, let key):
      "the signature was made with an RSA key of \(signature) bits, and the given one has \(key)"
    case .noKeyOfType(let algorithm):
      "the header says \(algorithm.name), and no key of the type that it needs was given"
    case .notSigned: "the token is not signed"
    case .unknownAlgorithm(let name):
      "the header names the algorithm \(ShownName.quoted(name)), which is not known here"
    case .mixedLayout:
      "the header is compact JSON and the payload is not: one of them may have been written by hand"
    case .wrongKeyOrContent:
      "either the key is not the signer's or the token was changed; a signature does not tell which"
    }
  }

  package var hint: String? {
    switch self {
    case .contentChanged: "refuse it: this is not what the issuer signed"
    case .signatureTruncated, .signatureTooLong: "copy the token again from its source"
    case .lengthOfOtherAlgorithm: "ask the issuer which algorithm and key it signs with"
    case .otherKeySize: "get the issuer's current key"
    case .noKeyOfType: "give the key that the issuer uses with this algorithm"
    case .notSigned: "never accept it: anybody can write such a token"
    case .unknownAlgorithm: "compare the name letter by letter: case matters"
    case .mixedLayout: "compare the payload with what the issuer made"
    case .wrongKeyOrContent:
      "fetch the issuer's current key and a new token; if both are right, refuse this one"
    }
  }
}
