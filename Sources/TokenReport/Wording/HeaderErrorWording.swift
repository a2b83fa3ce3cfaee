package import JOSE

extension HeaderError: Worded {
  package var message: String {
    switch self {
    case .algorithmMissing: "the header has no \"alg\""
    case .wrongType(let parameter, let expected, let found):
      "the header's \(ShownName.quoted(parameter)) has \(found.foundWords)"
        + " where \(expected.words) is needed"
    case .criticalEmpty: "\"crit\" is an empty list"
    case .criticalDuplicate(let name): "\"crit\" names \(ShownName.quoted(name)) twice"
    case .criticalAbsent(let name):
      "\"crit\" names \(ShownName.quoted(name)), which the header does not have"
    case .criticalStandard(let name):
      "\"crit\" names \(ShownName.quoted(name)), which is no extension but part of the standard"
    case .criticalUnsupported(let name):
      "\"crit\" demands the extension \(ShownName.quoted(name)), which is not understood here"
    case .unencodedNotCritical: "the header has \"b64\", but \"crit\" does not name it"
    case .unencodedPayload: "\"b64\" is false: the payload is not encoded, which a JWT must not say"
    case .embeddedPrivateKey: "the header's \"jwk\" holds a private key"
    }
  }

  package var hint: String? {
    switch self {
    case .algorithmMissing: "have the issuer write \"alg\": RFC 7515 §4.1.1 requires it"
    case .wrongType(let parameter, _, _) where parameter.utf8.elementsEqual("crit".utf8):
      "\"crit\" is a list of names of header parameters, such as [\"b64\"]"
    case .wrongType: "have the issuer write it with the type that RFC 7515 §4.1 gives it"
    case .criticalEmpty: "leave \"crit\" out where no extension is used"
    case .criticalDuplicate: "name each extension once"
    case .criticalAbsent: "add the parameter, or take its name out of \"crit\""
    case .criticalStandard: "take the name out of \"crit\": it lists extensions only"
    case .criticalUnsupported:
      "ask the issuer for tokens without it: a reader must refuse what it does not understand"
    case .unencodedNotCritical: "write \"crit\": [\"b64\"], so that other readers refuse the token"
    case .unencodedPayload: "encode the payload and leave \"b64\" out (RFC 7797 §7)"
    case .embeddedPrivateKey:
      "replace the key at once: everybody who saw the token can sign with it"
    }
  }
}
