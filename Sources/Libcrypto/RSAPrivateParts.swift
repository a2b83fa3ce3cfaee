import CLibcrypto

/// The eight numbers of an RSA private key with two primes (RFC 8017, section 3.2).
struct RSAPrivateParts: ~Copyable {
  let n, e, d, p, q, dP, dQ, qInv: BigInteger

  init(
    n: consuming BigInteger, e: consuming BigInteger, d: consuming BigInteger,
    p: consuming BigInteger, q: consuming BigInteger, dP: consuming BigInteger,
    dQ: consuming BigInteger, qInv: consuming BigInteger
  ) {
    self.n = n
    self.e = e
    self.d = d
    self.p = p
    self.q = q
    self.dP = dP
    self.dQ = dQ
    self.qInv = qInv
  }

  /// Checks the numbers against each other and makes the key.
  func makeKey() throws(KeyImportError) -> PrivateKey {
    let publicKey = try PublicKey.rsa(modulus: n, exponent: e)
    guard isConsistent() else { throw .inconsistent }
    guard let parameters = KeyParameters.empty(), parameters.add("n", n), parameters.add("e", e),
      parameters.add("d", d), parameters.add("rsa-factor1", p), parameters.add("rsa-factor2", q),
      parameters.add("rsa-exponent1", dP), parameters.add("rsa-exponent2", dQ),
      parameters.add("rsa-coefficient1", qInv),
      let key = parameters.makeKey("RSA", jc_selection_keypair)
    else { throw .malformed }
    return PrivateKey(publicKey: publicKey, handle: key)
  }

  /// Whether n = p q, and d, dP, dQ and qInv follow from p, q and e.
  ///
  /// libcrypto signs with such numbers unseen; a wrong one gives signatures that do not verify, or gives the primes away
  /// to whoever sees one. Whether p and q are prime is not asked: that takes 50 ms, and a key whose equations hold for
  /// composite numbers was made so on purpose by its owner.
  private func isConsistent() -> Bool {
    // Every other number is smaller than n, whose size is bounded: no product below can get out of hand.
    guard d < n, p < n, q < n, dP < p, dQ < q, qInv < p, !p.isOne, !q.isOne else { return false }
    guard let context = BN_CTX_secure_new() else { return false }
    defer { BN_CTX_free(context) }
    guard let scratch = BigInteger.zero(), let reduced = BigInteger.zero(),
      BN_mul(scratch.handle, p.handle, q.handle, context) == 1, scratch == n,
      BN_mod_mul(scratch.handle, qInv.handle, q.handle, p.handle, context) == 1, scratch.isOne
    else { return false }
    return exponent(dP, fits: p, scratch, reduced, context)
      && exponent(dQ, fits: q, scratch, reduced, context)
  }

  /// Whether `exponent` is d modulo `prime` - 1, and undoes e there.
  private func exponent(
    _ exponent: borrowing BigInteger, fits prime: borrowing BigInteger,
    _ scratch: borrowing BigInteger, _ reduced: borrowing BigInteger, _ context: OpaquePointer
  ) -> Bool {
    BN_sub(reduced.handle, prime.handle, BN_value_one()) == 1
      && BN_nnmod(scratch.handle, d.handle, reduced.handle, context) == 1 && scratch == exponent
      && BN_mod_mul(scratch.handle, exponent.handle, e.handle, reduced.handle, context) == 1
      && scratch.isOne
  }
}
