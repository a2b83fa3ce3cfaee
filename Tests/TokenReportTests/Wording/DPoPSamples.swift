import JWTValidation
import TokenReport

extension WordingSamples {
  static let dpop: [Group] = [
    Group(
      type: "DPoPFailure",
      values: [
        DPoPFailure.missing,
        DPoPFailure.several,
        DPoPFailure.malformed(.empty),
        DPoPFailure.header([.embeddedPrivateKey]),
        DPoPFailure.wrongType,
        DPoPFailure.algorithmNotAllowed(name: "HS256"),
        DPoPFailure.keyMissing,
        DPoPFailure.key(.notOnCurve),
        DPoPFailure.signature(.invalid(keysTried: 1)),
        DPoPFailure.claimMissing("jti"),
        DPoPFailure.claim(.wrongType(claim: "iat", expected: [.number], found: .string)),
        DPoPFailure.method,
        DPoPFailure.url,
        DPoPFailure.tooOld(age: 61, limit: 60),
        DPoPFailure.inFuture,
        DPoPFailure.otherToken,
        DPoPFailure.otherKey,
        DPoPFailure.tokenNotBound,
        DPoPFailure.nonce,
        DPoPFailure.replayed,
      ])
  ]
}
