public import JWTValidation

/// One difference between what was given and what fits, found by a check of the signature.
///
/// Several together may be needed: a secret that is base64 and an algorithm that is another. "Given"
/// is what the caller has, "signed" what the signer must have had.
@nonexhaustive
public enum DiagnosisCause: Equatable, Sendable {
  // MARK: The secret

  /// The secret was given as text, and the signer decodes it first.
  case secretEncoded(SecretCoding)
  /// The secret was given decoded, and the signer uses the text as it stands.
  case secretDecoded(SecretCoding)
  /// The signer's secret ends with a line end that the given one lacks.
  case secretLacksLineEnd(LineEnd)
  /// The given secret ends with a line end that the signer's lacks.
  case secretHasLineEnd
  /// The given secret has white space around it that the signer's lacks.
  case secretHasWhiteSpace
  /// The given secret has `\n` written out where the signer's has line ends.
  case secretHasEscapes
  /// The signer's secret has `\n` written out where the given one has line ends.
  case secretLacksEscapes
  /// The given secret stands in quotation marks that the signer's lacks.
  case secretHasQuotes
  /// The signer's secret stands in quotation marks that the given one lacks.
  case secretLacksQuotes(mark: String)
  /// The given secret starts with a mark, such as `base64:` or `NAME=`, that the signer's lacks.
  case secretHasPrefix
  /// The given secret starts with a byte order mark that the signer's lacks.
  case secretHasByteOrderMark
  /// The signer wrote the secret as UTF-16.
  case secretIsUTF16
  /// The signer used an empty secret: its setting was not there.
  case secretIsEmpty
  /// The signer used what a missing setting turns into when it is made a string.
  case secretIsPlaceholder(String)
  /// The signer used the text of a JWK, or of its member `k`, as it stands.
  case secretIsKeyText(wholeKey: Bool)
  /// The token is signed with the public key as an HMAC secret: whoever knows the public key made it.
  case publicKeyAsSecret(PublicKeyText)

  // MARK: Algorithm and key

  /// The key was given in base64 around its PEM, DER or JWK form.
  case keyEncoded
  /// The signature is one of another algorithm than the header says.
  case otherAlgorithm(said: String, used: SignatureAlgorithm)
  /// The header's algorithm was replaced after signing.
  case algorithmReplaced(now: String, signed: SignatureAlgorithm)
  /// The signature fits under the header's algorithm, which is not among the accepted ones.
  case algorithmNotAccepted(SignatureAlgorithm)
  /// `kid` names one key of the set, and another one fits.
  case keyIDOfOtherKey(named: String)
  /// `kid` names no key of the set, and this key fits.
  case keyIDUnknown(named: String)
  /// The key says that it is for another algorithm.
  case keyForOtherAlgorithm(SignatureAlgorithm)

  // MARK: The signature's form

  /// The signature is an ASN.1 sequence instead of r and s joined.
  case signatureIsDER
  /// r and s of the signature are in the wrong order.
  case signatureIsSwapped
  /// The signature is written in hexadecimal digits.
  case signatureIsHexadecimal

  // MARK: How the text is spelled

  /// The token was given with padding that was not signed.
  case tokenHasPadding
  /// The token was given in base64's standard alphabet, and the other was signed.
  case tokenInStandardAlphabet
  /// The token was given with white space inside.
  case tokenHasWhiteSpace
  /// The token was given with characters written as `%2E` or the like.
  case tokenPercentEncoded
  /// The signer signed a padded text.
  case signedWithPadding(TokenPart)
  /// The signer signed a text in base64's standard alphabet.
  case signedInStandardAlphabet(TokenPart)
  /// The signer signed the JSON text itself instead of its base64url.
  case signedUnencoded(TokenPart)
  /// The signer signed the same JSON in another layout.
  case jsonRewritten(TokenPart, JSONLayout)
  /// The signer signed the same members in another order.
  case membersReordered(TokenPart)

  // MARK: Content and copying

  /// A member was added after signing.
  case memberAdded(TokenSegment, name: String)
  /// The value of a member was changed after signing.
  case valueChanged(TokenSegment, name: String)
  /// The token stands there twice.
  case tokenDoubled
  /// Other text stands around the token.
  case tokenSurrounded
  /// The dot between two parts is missing.
  case dotMissing
  /// Characters are missing at the start of the header.
  case startMissing(characterCount: Int)
  /// Characters are missing at the end of the signature.
  case endMissing(characterCount: Int)
  /// Characters stand behind the signature.
  case endExtra(characterCount: Int)
  /// A character was replaced by another.
  case characterChanged(TokenSegment, offset: Int)
  /// A letter has the wrong case.
  case letterCase(TokenSegment, offset: Int)
  /// A character is missing before the offset.
  case characterMissing(TokenSegment, offset: Int)
  /// A character is one too many.
  case characterExtra(TokenSegment, offset: Int)
  /// Two neighbours changed places.
  case charactersSwapped(TokenSegment, offset: Int)
}

extension DiagnosisCause {
  /// The stable name of the cause, part of the tools' output contract.
  public var code: String {
    switch self {
    case .secretEncoded(.base64): "diagnosis.secret-is-base64"
    case .secretEncoded(.base64URL): "diagnosis.secret-is-base64url"
    case .secretEncoded(.hexadecimal): "diagnosis.secret-is-hex"
    case .secretDecoded: "diagnosis.secret-was-decoded"
    case .secretLacksLineEnd: "diagnosis.secret-lacks-line-end"
    case .secretHasLineEnd: "diagnosis.secret-has-line-end"
    case .secretHasWhiteSpace: "diagnosis.secret-has-white-space"
    case .secretHasEscapes: "diagnosis.secret-has-escapes"
    case .secretLacksEscapes: "diagnosis.secret-lacks-escapes"
    case .secretHasQuotes: "diagnosis.secret-has-quotes"
    case .secretLacksQuotes: "diagnosis.secret-lacks-quotes"
    case .secretHasPrefix: "diagnosis.secret-has-prefix"
    case .secretHasByteOrderMark: "diagnosis.secret-has-byte-order-mark"
    case .secretIsUTF16: "diagnosis.secret-is-utf16"
    case .secretIsEmpty: "diagnosis.secret-is-empty"
    case .secretIsPlaceholder: "diagnosis.secret-is-placeholder"
    case .secretIsKeyText: "diagnosis.secret-is-key-text"
    case .publicKeyAsSecret: "diagnosis.public-key-as-secret"
    case .keyEncoded: "diagnosis.key-is-base64"
    case .otherAlgorithm: "diagnosis.other-algorithm"
    case .algorithmReplaced: "diagnosis.algorithm-replaced"
    case .algorithmNotAccepted: "diagnosis.algorithm-not-accepted"
    case .keyIDOfOtherKey: "diagnosis.kid-of-other-key"
    case .keyIDUnknown: "diagnosis.kid-unknown"
    case .keyForOtherAlgorithm: "diagnosis.key-for-other-algorithm"
    case .signatureIsDER: "diagnosis.signature-is-der"
    case .signatureIsSwapped: "diagnosis.signature-is-swapped"
    case .signatureIsHexadecimal: "diagnosis.signature-is-hex"
    case .tokenHasPadding: "diagnosis.token-has-padding"
    case .tokenInStandardAlphabet: "diagnosis.token-in-standard-alphabet"
    case .tokenHasWhiteSpace: "diagnosis.token-has-white-space"
    case .tokenPercentEncoded: "diagnosis.token-percent-encoded"
    case .signedWithPadding: "diagnosis.signed-with-padding"
    case .signedInStandardAlphabet: "diagnosis.signed-in-standard-alphabet"
    case .signedUnencoded: "diagnosis.signed-unencoded"
    case .jsonRewritten: "diagnosis.json-rewritten"
    case .membersReordered: "diagnosis.members-reordered"
    case .memberAdded: "diagnosis.member-added"
    case .valueChanged: "diagnosis.value-changed"
    case .tokenDoubled: "diagnosis.token-doubled"
    case .tokenSurrounded: "diagnosis.token-surrounded"
    case .dotMissing: "diagnosis.dot-missing"
    case .startMissing: "diagnosis.start-missing"
    case .endMissing: "diagnosis.end-missing"
    case .endExtra: "diagnosis.end-extra"
    case .characterChanged: "diagnosis.character-changed"
    case .letterCase: "diagnosis.letter-case"
    case .characterMissing: "diagnosis.character-missing"
    case .characterExtra: "diagnosis.character-extra"
    case .charactersSwapped: "diagnosis.characters-swapped"
    }
  }
}
