import JWTValidation

/// What is remembered of one token. An object, so that handing one out under a lock counts one
/// reference and not five.
final class CacheEntry: Sendable {
  let accepted: AcceptedBearer
  let generation: VerifierGeneration
  let byteCount: Int

  init(_ accepted: AcceptedBearer, _ generation: VerifierGeneration) {
    self.accepted = accepted
    self.generation = generation
    // Beside the claims: this object, its place in the table, and what memory allocation adds.
    byteCount = accepted.token.claims.revealed.memoryByteCount + 384
  }
}
