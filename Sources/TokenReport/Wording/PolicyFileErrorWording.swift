import JWTValidation
package import PolicyFile

extension PolicyFileError: Worded {
  package var message: String {
    switch reason {
    case .json(let error): error.message
    case .missingMember: "the policy has no \(place)"
    case .unknownMember: "nothing is known about \(place)"
    case .wrongType(let expected, let found):
      "\(place) has \(found.foundWords) where \(Self.words(expected)) is needed"
    case .empty: "\(place) says nothing"
    case .unknownWord([]): "\(place) cannot be what it says"
    case .unknownWord(let known): "\(place) is not \(Self.list(known.map { ShownName.quoted($0) }))"
    case .outOfRange(.min, .max): "\(place) is not a whole number of 64 bits"
    case .outOfRange(let minimum, let maximum):
      "\(place) is not a whole number from \(minimum) to \(maximum)"
    case .reasonNeeded(let limit):
      "\(place) is beyond \(limit) seconds and gives no reason"
    case .duplicate: "\(place) stands there twice"
    case .unsupportedVersion: "the policy is not of version \(PolicyFile.version)"
    case .pointer(let error): "\(place): \(error.message)"
    case .keySource: "\(place) does not name exactly one source of a key"
    case .secret: "\(place) holds a secret"
    case .key(let error): "\(place): \(error.message)"
    case .remote(let error): "\(place): \(error.message)"
    case .policy(let error): "\(place): \(error.message)"
    case .severalIssuers: "the policy is for several issuers"
    }
  }

  package var hint: String? {
    switch reason {
    case .json(let error): error.hint
    case .missingMember: "say it, or say with a reason why it is not checked"
    case .unknownMember(let known): unknownMemberHint(known)
    case .wrongType: "see the format of policy files"
    case .empty: "give a value, or leave the member out"
    case .unknownWord([]): "a word has no space in it, and a variable's name no \"=\""
    case .unknownWord: "write it exactly so; letter case matters"
    case .outOfRange(.min, .max): "write the number without a fraction, or as a string if it is one"
    case .outOfRange: "times are whole seconds"
    case .reasonNeeded: "write {\"seconds\": N, \"because\": \"why\"}"
    case .duplicate: "take one of them out"
    case .unsupportedVersion: "write \"version\": \(PolicyFile.version)"
    case .pointer(let error): error.hint
    case .keySource:
      "a key has one of file, env, jwk, jwks and pem; published keys jwkSet or discovery"
    case .secret: "keep it in a file or an environment variable, and name that in the policy"
    case .key(let error): error.hint
    case .remote(let error): error.hint
    case .policy(let error): error.hint
    case .severalIssuers: "make a verifier of the whole file"
    }
  }

  private func unknownMemberHint(_ known: [String]) -> String {
    let meant = pointer.tokens.last.flatMap {
      NearestWord.find(in: known, for: String(decoding: $0, as: UTF8.self))
    }
    return (meant.map { "did you mean \($0)? " } ?? "")
      + "known here: \(known.joined(separator: ", "))"
  }

  private var place: String {
    pointer.tokens.isEmpty ? "the policy" : ShownName.pointer(pointer)
  }

  private static func words(_ kinds: [JSONValue.Kind]) -> String {
    list(kinds.map(\.words))
  }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
