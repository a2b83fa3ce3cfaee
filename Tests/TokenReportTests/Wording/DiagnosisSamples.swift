import JWTValidation
import TokenDiagnosis
import TokenReport

extension WordingSamples {
  static let diagnosis: [Group] = [
    Group(
      type: "DiagnosisCause",
      values: secrets
        + [
          DiagnosisCause.keyEncoded,
          DiagnosisCause.otherAlgorithm(said: "RS256", used: .ps256),
          DiagnosisCause.algorithmReplaced(now: "none", signed: .es256),
          DiagnosisCause.algorithmNotAccepted(.hs256),
          DiagnosisCause.keyIDOfOtherKey(named: "k1"),
          DiagnosisCause.keyIDUnknown(named: "2024-\"old\""),
          DiagnosisCause.keyForOtherAlgorithm(.rs256),
          DiagnosisCause.signatureIsDER,
          DiagnosisCause.signatureIsSwapped,
          DiagnosisCause.signatureIsHexadecimal,
          DiagnosisCause.tokenHasPadding,
          DiagnosisCause.tokenInStandardAlphabet,
          DiagnosisCause.tokenHasWhiteSpace,
          DiagnosisCause.tokenPercentEncoded,
          DiagnosisCause.signedWithPadding(.payload),
          DiagnosisCause.signedInStandardAlphabet(.both),
          DiagnosisCause.signedUnencoded(.header),
          DiagnosisCause.memberAdded(.payload, name: "role"),
          DiagnosisCause.valueChanged(.payload, name: "isAdmin"),
          DiagnosisCause.tokenDoubled,
          DiagnosisCause.tokenSurrounded,
          DiagnosisCause.membersReordered(.payload),
          DiagnosisCause.dotMissing,
          DiagnosisCause.startMissing(characterCount: 2),
          DiagnosisCause.endMissing(characterCount: 9),
          DiagnosisCause.endExtra(characterCount: 1),
          DiagnosisCause.characterChanged(.payload, offset: 20),
          DiagnosisCause.letterCase(.signature, offset: 0),
          DiagnosisCause.characterMissing(.signature, offset: 30),
          DiagnosisCause.characterExtra(.header, offset: 3),
          DiagnosisCause.charactersSwapped(.payload, offset: 7),
        ] + layouts),
    Group(
      type: "Suspicion",
      values: [
        Suspicion.contentChanged(hash: .sha256),
        Suspicion.signatureTruncated(expected: 43, found: 34),
        Suspicion.signatureTooLong(expected: 43, found: 51),
        Suspicion.lengthOfOtherAlgorithm(byteCount: 64, candidates: [.hs512, .es256]),
        Suspicion.otherKeySize(signature: 4096, key: 2048),
        Suspicion.noKeyOfType(.rs256),
        Suspicion.notSigned,
        Suspicion.unknownAlgorithm("XS256"),
        Suspicion.mixedLayout,
        Suspicion.wrongKeyOrContent,
      ]),
  ]

  private static let secrets: [any Worded] =
    SecretCoding.allCases.map { DiagnosisCause.secretEncoded($0) }
    + [DiagnosisCause.secretDecoded(.base64)]
    + LineEnd.allCases.map { DiagnosisCause.secretLacksLineEnd($0) }
    + [
      DiagnosisCause.secretHasLineEnd,
      DiagnosisCause.secretHasWhiteSpace,
      DiagnosisCause.secretHasEscapes,
      DiagnosisCause.secretLacksEscapes,
      DiagnosisCause.secretHasQuotes,
      DiagnosisCause.secretLacksQuotes(mark: "'"),
      DiagnosisCause.secretHasPrefix,
      DiagnosisCause.secretHasByteOrderMark,
      DiagnosisCause.secretIsUTF16,
      DiagnosisCause.secretIsEmpty,
      DiagnosisCause.secretIsPlaceholder("undefined"),
      DiagnosisCause.secretIsKeyText(wholeKey: true),
      DiagnosisCause.secretIsKeyText(wholeKey: false),
    ]
    + [PublicKeyText.asGiven, .otherLineEnds, .pem, .pemBody, .der].map {
      DiagnosisCause.publicKeyAsSecret($0)
    }

  /// The text of each layout that a sentence can name.
  private static let layouts: [any Worded] = {
    let spacings = JSONLayout.Spacing.allCases.map { spacing in
      JSONLayout(spacing: spacing, isSorted: false, escaping: .asReceived, endsWithLineFeed: false)
    }
    let escapings = JSONLayout.Escaping.allCases.map { escaping in
      JSONLayout(spacing: .compact, isSorted: true, escaping: escaping, endsWithLineFeed: true)
    }
    return (spacings + escapings).map { DiagnosisCause.jsonRewritten(.both, $0) }
  }()
}
