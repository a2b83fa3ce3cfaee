package import JOSE
import StrictCoding

extension JWKError: Worded {
  package var message: String {
    switch self {
    case .json(let error): error.message(in: "the JWK text")
    case .notAKey:
      "the JSON is neither a JWK (it has no \"kty\") nor a JWK Set (it has no \"keys\")"
    case .missingMember(let member): "the JWK has no \(ShownName.quoted(member))"
    case .wrongType("keys", .object): "an element of \"keys\" is no object"
    case .wrongType(let member, let expected):
      "the JWK's \(ShownName.quoted(member)) has another type than \(expected.words)"
    case .encoding(let member, let error):
      error.message(in: "the JWK's \(ShownName.quoted(member))")
    case .wrongLength(let member, let expected?, let found):
      "the JWK's \(ShownName.quoted(member)) has \(found) bytes; its curve asks for \(expected)"
    case .wrongLength(let member, nil, 0): "the JWK's \(ShownName.quoted(member)) is empty"
    case .wrongLength(let member, nil, _):
      "the JWK's \(ShownName.quoted(member)) starts with a zero byte"
    case .unknownKeyType(let name):
      "the JWK's type (\"kty\") \(ShownName.quoted(name)) is not known"
    case .unknownCurve(let name): "the JWK's curve (\"crv\") \(ShownName.quoted(name)) is not known"
    case .unknownAlgorithm(let name):
      "the JWK is for the algorithm \(ShownName.quoted(name)), which no signature here uses"
    case .inconsistent(let member, let value):
      "the JWK's \(ShownName.quoted(member)) is \(ShownName.quoted(value)),"
        + " which its type or curve rules out"
    case .notForSignatures(let use):
      "the JWK is for the use \(ShownName.quoted(use)), not for signatures (\"sig\")"
    case .operationNotAllowed(let needed):
      "the JWK's \"key_ops\" does not have "
        + needed.map { ShownName.quoted($0.rawValue) }.joined(separator: " or ")
    case .duplicateOperation(let name):
      "the JWK's \"key_ops\" names \(ShownName.quoted(name)) twice"
    case .privatePartUnusable("oth"): "the JWK is an RSA key with more than two primes (\"oth\")"
    case .privatePartUnusable(let member):
      "the JWK's private part is incomplete: \(ShownName.quoted(member)) is missing"
    }
  }

  package var hint: String? {
    switch self {
    case .json(let error): error.hint
    case .notAKey: "check that this is the key file: a configuration (\"jwks_uri\") is not the set"
    case .missingMember: "export the key again: RFC 7518 §6 lists what each type needs"
    case .wrongType("keys", _): "\"keys\" is a list of JWKs"
    case .wrongType: "write it with the type that RFC 7517 §4 and RFC 7518 §6 give it"
    case .encoding(_, let error): error.hint
    case .wrongLength(_, .some, _): "keep leading zeros: coordinates have a fixed width"
    case .wrongLength(_, nil, _): "write the number in the fewest bytes (RFC 7518 §2)"
    case .unknownKeyType: "the known types are oct, RSA, EC and OKP; case matters"
    case .unknownCurve: "the known curves are P-256, P-384, P-521, secp256k1, Ed25519 and Ed448"
    case .unknownAlgorithm: "use a key for signatures: keys for encryption carry such an \"alg\""
    case .inconsistent: "correct the member or leave it out: one of the two is about another key"
    case .notForSignatures: "use the key of the set that is for signatures"
    case .operationNotAllowed: "use a key whose \"key_ops\" allows it"
    case .duplicateOperation: "name each operation once"
    case .privatePartUnusable("oth"): "make a key with two primes, as every common tool does"
    case .privatePartUnusable: "export the whole private key, or the public key alone"
    }
  }
}
