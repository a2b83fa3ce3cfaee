package import JOSE
import JOSEKeys

extension PEMError: Worded {
  package var message: String {
    switch self {
    case .noBlock: "the text has no PEM block"
    case .unterminated(""): "a PEM block's first line is not complete"
    case .unterminated(let label):
      "the PEM block \(ShownName.quoted(label)) has no line that ends it"
    case .encoding(let label, let offset):
      "the PEM block \(ShownName.quoted(label)) is not base64, at byte \(offset + 1)"
    case .encrypted(let label):
      "the PEM block \(ShownName.quoted(label)) has header lines: the key is encrypted"
    }
  }

  package var hint: String? {
    switch self {
    case .noBlock: "a block starts with a line such as -----BEGIN PUBLIC KEY-----"
    case .unterminated: "copy the whole text, from the line with BEGIN to the line with END"
    case .encoding: "copy the text again: it was changed or cut"
    case .encrypted: KeyError.encrypted.hint
    }
  }
}
