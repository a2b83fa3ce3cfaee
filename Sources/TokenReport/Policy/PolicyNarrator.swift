import JWTValidation
import KeyPublication
import PolicyFile
import Velt

/// Tells an entry of a policy file in sentences.
struct PolicyNarrator {
  let entry: PolicyEntry
  private var policy: ValidationPolicy { entry.policy }

  init(entry: PolicyEntry) { self.entry = entry }

  var statements: [PolicyStatement] {
    [
      checked(
        "algorithms", "The algorithm is \(Self.either(algorithms)); the token does not choose."),
      keys,
      checked(nil, "Form, header, base64url and JSON keep to every rule; crit is never ignored."),
      type, expiration, start, age, lifetime, issuer, audience, subject,
    ] + required + rules + shortSecrets + request + [
      open("Whether the token was used before, or has been revoked, is not checked.")
    ]
  }

  // MARK: Sentences

  private var algorithms: [String] { policy.algorithms.map(\.name) }

  private var keys: PolicyStatement {
    if let published = entry.publishedKeys {
      return checked("keys", "The signature fits a key \(published.words).")
    }
    guard !entry.keys.isEmpty else {
      return checked(nil, "The signature fits a key that is given beside the policy.")
    }
    let sources = entry.keys.map(\.words)
    return checked("keys", "The signature fits a key \(Self.or(sources)).")
  }

  private var type: PolicyStatement {
    guard case .exactly(let type) = policy.type else {
      return absent("typ", .typ, "The kind of token (typ) is not checked: any or none will do.")
    }
    return checked("typ", "The kind of token (typ) is \(ShownName.quoted(type)).")
  }

  private var expiration: PolicyStatement {
    if entry.waiver(for: .expiration) != nil {
      return absent(
        "expiration", .expiration,
        limitsLifetime
          ? "exp is given up, but the limit on the lifetime asks for it all the same."
          : "A token without exp is good for ever.")
    }
    return checked("expiration", "The token has an exp, and it lies ahead\(leeway).")
  }

  private var limitsLifetime: Bool {
    if case .atMost = policy.lifetime { true } else { false }
  }

  private var start: PolicyStatement {
    let text = "iat and nbf, where they are there, do not lie ahead\(leeway)."
    let own = entry.place(ofMember: "leeway")
    guard let waiver = leewayWaivers.first(where: { $0.place == own }) else {
      return checked("leeway", text)
    }
    return waived(waiver, text)
  }

  private var leewayWaivers: [Waiver] { entry.waivers.filter { $0.subject == .leeway } }

  private var leeway: String {
    let seconds = policy.leeway.components.seconds
    return seconds == 0 ? "" : "; clocks may differ by \(DurationText.words(seconds))"
  }

  private var age: PolicyStatement {
    guard let age = policy.maximumAge else {
      return open("How long ago the token was made (iat) is not checked.")
    }
    let words = DurationText.words(age.components.seconds)
    return checked("maxAge", "The token was made at most \(words) ago (iat).")
  }

  private var lifetime: PolicyStatement {
    guard case .atMost(let limit) = policy.lifetime else {
      return absent("lifetime", .lifetime, "A token may be made to live for any time.")
    }
    let words = DurationText.words(limit.components.seconds)
    return checked("lifetime", "The token was made to live at most \(words) (iat to exp).")
  }

  private var issuer: PolicyStatement {
    guard !entry.issuers.isEmpty else {
      return absent("issuer", .issuer, "The issuer (iss) is not checked: any or none will do.")
    }
    return checked("issuer", "The issuer (iss) is \(Self.either(entry.issuers)), byte for byte.")
  }

  private var audience: PolicyStatement {
    let names: [String]
    switch policy.audience {
    case .containing(let name): names = [name]
    case .containingOneOf(let list): names = list
    case .ignored:
      return absent(
        "audience", .audience, "The audience (aud) is not checked: tokens for others will do.")
    }
    return checked("audience", "The audience (aud) names \(Self.either(names)).")
  }

  private var subject: PolicyStatement {
    guard let subject = policy.subject else {
      return open("The subject (sub) may be anybody, or not be there.")
    }
    return checked("subject", "The subject (sub) is \(ShownName.quoted(subject)).")
  }

  private var required: [PolicyStatement] {
    guard !policy.requiredClaims.isEmpty else { return [] }
    let names = policy.requiredClaims.map { ShownName.quoted($0) }.joined(separator: ", ")
    return [checked("required", "These claims are there, whatever they say: \(names).")]
  }

  private var rules: [PolicyStatement] {
    policy.claimRules.map { checked("claims", $0.sentence) }
  }

  private var shortSecrets: [PolicyStatement] {
    entry.waivers.filter { $0.subject == .shortSecret }.map {
      waived($0, "An HMAC secret may be shorter than the hash, and so be guessed.")
    }
  }

  private var request: [PolicyStatement] {
    guard entry.place(ofMember: "request") != nil else { return [] }
    let request = entry.request
    let leeway = (request.leeway ?? TokenWindow.defaultLeeway).components.seconds
    var statements = [
      checked(
        "request",
        "A token that was requested matches its request, within 48 hours; clocks may differ by "
          + "\(DurationText.words(leeway)).")
    ]
    for claim in VeltClaim.allCases
    where request.locations[claim] != ClaimLocations.likely[claim] {
      let places = ShownName.pointers(request.locations[claim])
      statements.append(checked("request", "\(claim.name) is looked up at \(places) only."))
    }
    let own = entry.place(ofMember: "leeway")
    statements += leewayWaivers.filter { $0.place != own }.map {
      waived($0, "Where a token is compared with its request, clocks may differ by that much.")
    }
    statements += entry.waivers.filter { $0.subject == .requestSignature }.map {
      waived($0, "A token may match its request though nobody has checked the signature.")
    }
    return statements
  }

  // MARK: Making statements

  private func checked(_ member: String?, _ text: String) -> PolicyStatement {
    PolicyStatement(
      kind: .checked, text: text, reason: nil, place: member.flatMap(entry.place(ofMember:)))
  }

  private func open(_ text: String) -> PolicyStatement {
    PolicyStatement(kind: .notChecked, text: text, reason: nil, place: nil)
  }

  /// Something that is not checked: waived if the file gives a reason.
  private func absent(
    _ member: String, _ subject: Waiver.Subject, _ text: String
  ) -> PolicyStatement {
    entry.waiver(for: subject).map { waived($0, text) } ?? open(text)
  }

  private func waived(_ waiver: Waiver, _ text: String) -> PolicyStatement {
    PolicyStatement(kind: .waived, text: text, reason: waiver.reason, place: waiver.place)
  }

  static func either(_ names: [String]) -> String { or(names.map { ShownName.quoted($0) }) }

  private static func or(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension KeyReference {
  /// Where the key is, to be read after "a key".
  fileprivate var words: String {
    let place =
      switch source {
      case .file(let path): "from the file \(ShownName.quoted(path))"
      case .environment(let name): "from the environment variable \(ShownName.quoted(name))"
      case .inline: "that stands in the policy"
      }
    return keyID.map { "\(place) with the kid \(ShownName.quoted($0))" } ?? place
  }
}

extension PublishedKeys {
  /// Where the keys are, to be read after "a key".
  fileprivate var words: String {
    let place =
      switch location {
      case .jwkSet(let url): "that is fetched from \(ShownName.quoted(url))"
      case .discovery(let issuer):
        "that is fetched from where \(ShownName.quoted(issuer)) says (OpenID Connect Discovery)"
      }
    guard let hosts = options.allowedHosts else { return place }
    return "\(place), of one of the hosts "
      + hosts.map { ShownName.quoted($0) }.joined(separator: ", ")
  }
}

extension ClaimRule {
  /// What the rule asks for, as a sentence.
  var sentence: String {
    let place = "The claim at \(ShownName.pointer(pointer))"
    return switch requirement {
    case .equals(let value): "\(place) is \(value.shown)."
    case .oneOf(let values): "\(place) is one of \(values.map(\.shown).joined(separator: ", "))."
    case .contains(let value): "\(place) is a list with \(value.shown) in it."
    case .containsWord(let word):
      "\(place) is a text of words with \(ShownName.quoted(word)) in it."
    }
  }
}
