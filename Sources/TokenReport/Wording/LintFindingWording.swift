import JWTValidation
package import TokenDiagnosis

extension LintFinding: Worded {
  package var message: String {
    switch self {
    case .unsecured: KeySelectionError.unsecured.message
    case .weakAlgorithm(let name): "the algorithm \(ShownName.quoted(name)) is broken or too short"
    case .deprecatedAlgorithm: "\"EdDSA\" does not say which curve: Ed25519 and Ed448 do"
    case .signatureMissing: "the header names an algorithm, and there is no signature"
    case .commonSecret: "the token is signed with a secret that everybody tries first"
    case .keyAddress(let parameter):
      "the header says where to fetch the key from (\(ShownName.quoted(parameter)))"
    case .embeddedKey(let parameter):
      "the header brings the key that it is to be judged by (\(ShownName.quoted(parameter)))"
    case .privateKeyInHeader: "the header holds a private key"
    case .keyIDMissing: "the header does not say which key signed it (\"kid\")"
    case .keyIDIsPath: "\"kid\" looks like the path of a file"
    case .keyIDIsSQL: "\"kid\" looks like SQL"
    case .keyIDIsCommand: "\"kid\" looks like a command of a shell"
    case .keyIDIsURL: "\"kid\" is a URL"
    case .typeMissing: "the header does not say what kind of token this is (\"typ\")"
    case .typeTooGeneral: "\"typ\" fits every kind of JWT"
    case .expirationMissing: "the token has no \"exp\": it never expires"
    case .audienceMissing: "the token has no \"aud\": it is for nobody in particular"
    case .audienceIsWildcard: "\"aud\" is for everybody"
    case .issuerMissing: "the token has no \"iss\": it does not say who made it"
    case .issuerWithoutTLS: "\"iss\" is a URL without TLS"
    case .issuedAtMissing: "the token has no \"iat\": it does not say when it was made"
    case .lifetimeLong(let seconds): "the token lives for \(DurationText.words(seconds))"
    case .timeInMilliseconds(let claim):
      "\(ShownName.quoted(claim)) is in milliseconds instead of seconds"
    case .timeAsText(let claim): "\(ShownName.quoted(claim)) is a string instead of a number"
    case .timesContradict(let earlier, let later):
      "\(ShownName.quoted(later)) is not later than \(ShownName.quoted(earlier)): there is no"
        + " moment at which the token is good"
    case .duplicateMeaning(let claims): "\(ShownName.quoted(claims)) seem to mean the same"
    case .flagsContradict(let first, let second):
      "\(ShownName.pointer(first)) and \(ShownName.pointer(second)) contradict each other"
    case .flagAsText(let pointer): "\(ShownName.pointer(pointer)) is not true or false"
    case .placeholder(let pointer):
      "\(ShownName.pointer(pointer)) holds what a missing value turns into"
    case .personalData(let kind, let pointer):
      "\(ShownName.pointer(pointer)) holds \(kind.shown), which everybody with the token can read"
    case .secretClaim(let pointer):
      "\(ShownName.pointer(pointer)) is named like a secret, and everybody with the token can read it"
    case .privateKey(let pointer): "\(ShownName.pointer(pointer)) holds a private key"
    case .credential(let service, let pointer):
      "\(ShownName.pointer(pointer)) looks like a credential of \(service)"
    case .nestedToken(let pointer): "\(ShownName.pointer(pointer)) holds another token"
    case .emailNotVerified: "the token has an e-mail address that its issuer has not verified"
    case .exceedsHeaderLimit(let count):
      "the token has \(count) bytes: many servers refuse a header above 8192"
    case .exceedsCookieLimit(let count):
      "the token has \(count) bytes: browsers drop a cookie above 4096"
    case .serviceRole(let pointer):
      "\(ShownName.pointer(pointer)) is service_role: the token passes every row-level rule"
    case .userWritableRights(let pointer):
      "\(ShownName.pointer(pointer)) holds rights where the user can write them"
    case .firebaseCustomToken: "this is a Firebase custom token, not an ID token"
    case .idToken(let claim): "this is an ID token, as \(ShownName.quoted(claim)) shows"
    case .organizationByName: "the organization is named and not identified"
    case .authorizedPartyAlone: "only \"azp\" says whom the token is for"
    case .clerkVersion1(let claim):
      "\(ShownName.quoted(claim)) is of the first version of Clerk's session tokens"
    }
  }

  package var hint: String? {
    switch self {
    case .unsecured, .signatureMissing: "never accept it: anybody can write such a token"
    case .weakAlgorithm: "use HS256, ES256 or Ed25519"
    case .deprecatedAlgorithm: "write the name of the curve once all readers know it (RFC 9864)"
    case .commonSecret: "choose 32 random bytes, and refuse every token that the old secret signed"
    case .keyAddress, .embeddedKey: "verify with keys that you have from elsewhere"
    case .privateKeyInHeader: "replace the key: it is public now"
    case .keyIDMissing: "write \"kid\", so that keys can be changed without an outage"
    case .keyIDIsPath, .keyIDIsSQL, .keyIDIsCommand, .keyIDIsURL:
      "compare \"kid\" with the IDs of known keys and do nothing else with it"
    case .typeMissing, .typeTooGeneral:
      "write the kind of the token, such as at+jwt, and have readers compare it"
    case .expirationMissing: "set \"exp\", minutes or hours ahead"
    case .audienceMissing, .audienceIsWildcard:
      "name the services that the token is for, and have each compare"
    case .issuerMissing: "name the issuer, and have readers compare it"
    case .issuerWithoutTLS: "use https: keys are fetched from there"
    case .issuedAtMissing: "set \"iat\", so that readers can tell the token's age"
    case .lifetimeLong: "let tokens live for hours and renew them"
    case .timeInMilliseconds: "divide by 1000 where the token is made"
    case .timeAsText: "write the number without quotation marks"
    case .timesContradict: "look at the order in which the issuer sets them, and at its clock"
    case .duplicateMeaning: "keep one: readers may take different ones"
    case .flagsContradict: "keep one place, or set both alike"
    case .flagAsText: "write true or false: programs differ in what they take for true"
    case .placeholder: "look at where the value comes from"
    case .personalData: "leave it out, or have readers look it up by \"sub\""
    case .secretClaim, .privateKey, .credential:
      "take it out, and replace it: it has been in every log that the token was in"
    case .nestedToken: "leave it out: whoever reads this token can use the other"
    case .emailNotVerified: "do not let the address decide about anything"
    case .exceedsHeaderLimit, .exceedsCookieLimit: "leave out what readers can look up"
    case .serviceRole: "keep it on servers, and replace it if it has ever been in a client"
    case .userWritableRights: "move rights to app_metadata, which only the server writes"
    case .firebaseCustomToken: "exchange it with signInWithCustomToken and send the ID token"
    case .idToken: "send an access token to APIs; the ID token is for the client alone"
    case .organizationByName: "compare org_id: names can be taken by somebody else"
    case .authorizedPartyAlone: "have every reader compare it with its own origins"
    case .clerkVersion1: "read the organization from \"o\", and have new tokens made as version 2"
    }
  }
}

extension LintFinding.PersonalData {
  fileprivate var shown: String {
    switch self {
    case .email: "an e-mail address"
    case .phone: "a telephone number"
    case .card: "the number of a payment card"
    case .other: "personal data"
    }
  }
}
