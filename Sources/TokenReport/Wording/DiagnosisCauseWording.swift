import JOSE
import StrictCoding
package import TokenDiagnosis

extension DiagnosisCause: Worded {
  package var message: String {
    switch self {
    case .secretEncoded(let coding):
      "the secret is written in \(coding.shown), and the signer decodes it before use"
    case .secretDecoded(let coding):
      "the signer uses the secret's \(coding.shown) text as it stands, without decoding it"
    case .secretLacksLineEnd(let end):
      "the signer's secret ends with \(end.shown), which the given one lacks"
    case .secretHasLineEnd: "the given secret ends with a line end that is not part of it"
    case .secretHasWhiteSpace: "the given secret has white space around it that is not part of it"
    case .secretHasEscapes:
      "the given secret has \\n written out where the signer's has real line ends"
    case .secretLacksEscapes:
      "the signer's secret has \\n written out where the given one has real line ends"
    case .secretHasQuotes: "the given secret stands in quotation marks that are not part of it"
    case .secretLacksQuotes(let mark):
      "the signer's secret stands in quotation marks (\(mark)), which count as part of it"
    case .secretHasPrefix:
      "the given secret starts with a mark, such as base64: or NAME=, that is not part of it"
    case .secretHasByteOrderMark: "the given secret starts with a byte order mark"
    case .secretIsUTF16: "the signer writes the secret as UTF-16 before use"
    case .secretIsEmpty: "the signer used an empty secret, which anybody can use too"
    case .secretIsPlaceholder(let text):
      "the signer used the text \"\(text)\" as the secret, which anybody can use too"
    case .secretIsKeyText(wholeKey: true):
      "the signer used the text of the JWK as the secret, instead of the key inside"
    case .secretIsKeyText(wholeKey: false):
      "the signer used the text of \"k\" as the secret, without decoding it"
    case .publicKeyAsSecret(let form):
      "the token is signed with the public key as an HMAC secret (\(form.shown)): a forgery"
    case .keyEncoded: "the given key is written in base64 around its own form"
    case .otherAlgorithm(let said, let used):
      "the signature is one of \(used.name), and the header says \(ShownName.quoted(said))"
    case .algorithmReplaced(let now, let signed):
      "the header said \"\(signed.name)\" when it was signed, and says \(ShownName.quoted(now)) now"
    case .algorithmNotAccepted(let used):
      "the signature fits under \(used.name), which is not among the accepted algorithms"
    case .keyIDOfOtherKey(let name):
      "\"kid\" names the key \(ShownName.quoted(name)), and another key of the set fits"
    case .keyIDUnknown(let name):
      "\"kid\" names no given key (\(ShownName.quoted(name))), and this key fits"
    case .keyForOtherAlgorithm(let pinned):
      "the key itself says that it is for \(pinned.name) only"
    case .signatureIsDER: "the signature is an ASN.1 sequence (DER) instead of r and s joined"
    case .signatureIsSwapped: "the two halves of the signature are in the wrong order"
    case .signatureIsHexadecimal: "the signature is written in hexadecimal digits"
    case .tokenHasPadding: "the token was given with padding (=) that was not signed"
    case .tokenInStandardAlphabet: "the token was given with + and / in the place of - and _"
    case .tokenHasWhiteSpace: "white space stands inside the token as given"
    case .tokenPercentEncoded: "the token was given with percent escapes, as in a URL"
    case .signedWithPadding(let part): "the signer signed \(part.shown) with padding (=)"
    case .signedInStandardAlphabet(let part):
      "the signer signed \(part.shown) with + and / in the place of - and _"
    case .signedUnencoded(let part):
      "the signer signed \(part.shown) as JSON instead of its base64url"
    case .jsonRewritten(let part, let layout):
      "the signer signed the same JSON written otherwise: \(part.shown) \(layout.shown)"
    case .membersReordered(let part):
      "the signer signed the members of \(part.shown) in another order"
    case .memberAdded(let segment, let name):
      "the \(segment.rawValue)'s \(ShownName.quoted(name)) was added after signing"
    case .valueChanged(let segment, let name):
      "the value of the \(segment.rawValue)'s \(ShownName.quoted(name)) was changed after signing"
    case .tokenDoubled: "the token stands there twice"
    case .tokenSurrounded: "other text stands around the token"
    case .dotMissing: "the dot between two parts is missing"
    case .startMissing(let count):
      "the start of the token is missing: \(Self.characters(count))"
    case .endMissing(let count):
      "the end of the signature is missing: \(Self.characters(count))"
    case .endExtra(let count):
      "text stands right behind the signature: \(Self.characters(count))"
    case .characterChanged(let segment, let offset):
      "character \(offset + 1) of the \(segment.rawValue) was replaced by another"
    case .letterCase(let segment, let offset):
      "character \(offset + 1) of the \(segment.rawValue) has the wrong letter case"
    case .characterMissing(let segment, let offset):
      "a character is missing in the \(segment.rawValue), before character \(offset + 1)"
    case .characterExtra(let segment, let offset):
      "character \(offset + 1) of the \(segment.rawValue) is one too many"
    case .charactersSwapped(let segment, let offset):
      "characters \(offset + 1) and \(offset + 2) of the \(segment.rawValue) changed places"
    }
  }

  package var hint: String? {
    switch self {
    case .secretEncoded(.base64): "decode it first, or give it as b64:TEXT"
    case .secretEncoded(.base64URL): "decode it first, or give it as b64url:TEXT"
    case .secretEncoded(.hexadecimal): "decode it first, or give it as hex:DIGITS"
    case .secretDecoded: "use the text itself here, or have the signer decode it"
    case .secretLacksLineEnd, .secretLacksEscapes, .secretLacksQuotes, .secretIsUTF16:
      "have both sides use the same bytes; most likely the signer's are the ones to mend"
    case .secretHasLineEnd: "write the file with printf or echo -n, or cut the line end off"
    case .secretHasWhiteSpace, .secretHasQuotes, .secretHasPrefix, .secretHasByteOrderMark:
      "give the secret alone"
    case .secretHasEscapes: "turn \\n into line ends when reading the setting"
    case .secretIsEmpty, .secretIsPlaceholder:
      "look for the setting that the signer does not find; refuse its tokens"
    case .secretIsKeyText: "have the signer decode \"k\" and use the bytes"
    case .publicKeyAsSecret: "refuse it: whoever has the public key can make such tokens"
    case .keyEncoded: "decode it once and give what is inside"
    case .otherAlgorithm: "have the issuer's header and key settings agree"
    case .algorithmReplaced: "refuse it, and look for what rewrites headers"
    case .algorithmNotAccepted: "accept it only if the issuer says that it uses it"
    case .keyIDOfOtherKey, .keyIDUnknown:
      "have the issuer name the key that it signs with; it may have changed keys"
    case .keyForOtherAlgorithm: "have the issuer publish the key for the algorithm that it uses"
    case .signatureIsDER:
      "have the signer write r and s in fixed width, which many libraries call P1363"
    case .signatureIsSwapped: "have the signer write r first"
    case .signatureIsHexadecimal: "have the signer encode the bytes, not their digits"
    case .tokenHasPadding, .tokenInStandardAlphabet, .tokenHasWhiteSpace, .tokenPercentEncoded,
      .tokenDoubled, .tokenSurrounded, .endExtra, .dotMissing:
      "copy the token again, or find what rewrites it on its way"
    case .startMissing, .endMissing:
      "copy the whole token; look for a column or field that cuts it"
    case .signedWithPadding, .signedInStandardAlphabet, .signedUnencoded:
      "have the signer sign the very text that it sends"
    case .jsonRewritten, .membersReordered:
      "send the bytes that were signed; never parse and write a token anew"
    case .memberAdded, .valueChanged: "refuse it: this is not what the issuer signed"
    case .characterChanged(let segment, _), .letterCase(let segment, _),
      .characterMissing(let segment, _), .characterExtra(let segment, _),
      .charactersSwapped(let segment, _):
      segment == .signature
        ? "copy the token again from its source"
        : "copy the token again from its source; if that says the same, somebody edited it: refuse it"
    }
  }
}

extension DiagnosisCause {
  private static func characters(_ count: Int) -> String {
    count == 1 ? "1 character" : "\(count) characters"
  }
}

extension SecretCoding {
  fileprivate var shown: String { self == .hexadecimal ? "hexadecimal" : rawValue }
}

extension LineEnd {
  fileprivate var shown: String {
    switch self {
    case .lineFeed: "a line feed"
    case .carriageReturnLineFeed: "a carriage return and a line feed"
    case .carriageReturn: "a carriage return"
    }
  }
}

extension PublicKeyText {
  fileprivate var shown: String {
    switch self {
    case .asGiven: "its text as given"
    case .otherLineEnds: "its text with other line ends"
    case .pem: "its PEM"
    case .pemBody: "the base64 of its PEM"
    case .der: "its DER"
    }
  }
}

extension TokenPart {
  fileprivate var shown: String { self == .both ? "header and payload" : "the \(rawValue)" }
}

extension JSONLayout {
  fileprivate var shown: String {
    let space =
      switch spacing {
      case .compact: "without blanks"
      case .spaced: "with a blank behind each comma and colon"
      case .indented2: "in lines with two blanks for each level"
      case .indented4: "in lines with four blanks for each level"
      }
    let strings: String? =
      switch escaping {
      case .asReceived: nil
      case .minimal: "without needless escapes"
      case .slashes: "with slashes escaped"
      case .ascii: "with everything but ASCII escaped"
      case .html: "with <, > and & escaped"
      }
    let rest = [
      isSorted ? "members in the order of their names" : nil, strings,
      endsWithLineFeed ? "with a line feed at the end" : nil,
    ].compactMap { $0 }
    return ([space] + rest).joined(separator: ", ")
  }
}
