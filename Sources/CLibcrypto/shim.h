/* What Swift cannot import from libcrypto's headers by itself: function-like macros, compound constants, and
   the two things the context pool needs from C, and the few old functions that have no equal in speed. Everything else
   is called directly. */
#ifndef JWTCHECK_CLIBCRYPTO_SHIM_H
#define JWTCHECK_CLIBCRYPTO_SHIM_H

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/decoder.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/provider.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>
#include <openssl/x509.h>

static const int jc_selection_parameters = EVP_PKEY_KEY_PARAMETERS;
static const int jc_selection_public = EVP_PKEY_PUBLIC_KEY;
static const int jc_selection_keypair = EVP_PKEY_KEYPAIR;

static inline void jc_free(void *memory) { OPENSSL_free(memory); }
static inline void jc_clear_free(void *memory, size_t count) { OPENSSL_clear_free(memory, count); }

/* OPENSSL_init_crypto for a program that lives for one command: no error texts, no tables of names, and no giving back of
   memory piece by piece at its end, which took up to a twentieth of the time and is a risk where a static program loads a
   module, which brings the shared libcrypto along. The configuration file is still read, because that is where an
   administrator switches FIPS on. */
static inline int jc_initialize_without_tables(void) {
  return OPENSSL_init_crypto(
      OPENSSL_INIT_NO_LOAD_CRYPTO_STRINGS | OPENSSL_INIT_NO_ADD_ALL_CIPHERS | OPENSSL_INIT_NO_ADD_ALL_DIGESTS |
          OPENSSL_INIT_LOAD_CONFIG | OPENSSL_INIT_NO_ATEXIT,
      NULL);
}

/* Whether two strings of bytes are the same, in a time that depends on their length alone: CRYPTO_memcmp with words
   instead of bytes. The empty assembler statement keeps the compiler from knowing what has been found so far, so that it
   cannot stop early. */
static inline int jc_equal(const unsigned char *left, const unsigned char *right, size_t count) {
  unsigned long long difference = 0, a, b;
  size_t at = 0;
  for (; count - at >= sizeof a; at += sizeof a) {
    __builtin_memcpy(&a, left + at, sizeof a);
    __builtin_memcpy(&b, right + at, sizeof b);
    difference |= a ^ b;
    __asm__ volatile("" : "+r"(difference));
  }
  for (; at < count; at++) {
    difference |= left[at] ^ right[at];
    __asm__ volatile("" : "+r"(difference));
  }
  return difference == 0;
}

/* A small number for the calling thread, handed out round robin when the thread first asks. */
static inline unsigned jc_thread_number(void) {
  static unsigned next;
  static _Thread_local unsigned mine;
  if (mine == 0) mine = __atomic_add_fetch(&next, 1, __ATOMIC_RELAXED);
  return mine;
}

/* Puts `context` into the slot and returns what was there, in one step. */
static inline void *jc_exchange(void *slot, void *context) {
  return __atomic_exchange_n((void **)slot, context, __ATOMIC_ACQ_REL);
}

/* Group arithmetic that has been deprecated since 3.0; where it is left out, no tables are made and ECDSA goes by EVP. */
#if !defined(OPENSSL_NO_DEPRECATED_3_0) && OPENSSL_VERSION_MAJOR < 4
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
static inline int jc_group_precompute(EC_GROUP *group) {
  return EC_GROUP_precompute_mult(group, NULL) && EC_GROUP_have_precompute_mult(group);
}
static inline int jc_points_make_affine(const EC_GROUP *group, size_t count, EC_POINT **points, BN_CTX *context) {
  return EC_POINTs_make_affine(group, count, points, context);
}
/* X and Z of a point whose affine x is X / Z squared: for a comparison that needs no division. */
static inline int jc_point_ratio(
    const EC_GROUP *group, const EC_POINT *point, BIGNUM *x, BIGNUM *z, BN_CTX *context) {
  return EC_POINT_get_Jprojective_coordinates_GFp(group, point, x, NULL, z, context);
}
#pragma clang diagnostic pop
#else
static inline int jc_point_ratio(
    const EC_GROUP *group, const EC_POINT *point, BIGNUM *x, BIGNUM *z, BN_CTX *context) {
  return 0;
}
static inline int jc_group_precompute(EC_GROUP *group) { return 0; }
static inline int jc_points_make_affine(const EC_GROUP *group, size_t count, EC_POINT **points, BN_CTX *context) {
  return 0;
}
#endif

/* The state of a SHA-2 hash as plain memory: copying it is an assignment, where copying an EVP_MD_CTX allocates. The
   functions behind it have been deprecated since 3.0, so where they are left out every call answers 0 and HMAC goes by EVP. */
typedef union {
#ifndef OPENSSL_NO_DEPRECATED_3_0
  SHA256_CTX sha256;
  SHA512_CTX sha512;
#endif
  unsigned char unused;
} jc_sha2_state;

#ifndef OPENSSL_NO_DEPRECATED_3_0
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"

/* Begins the hash whose digest has `digest_count` bytes with one block of input: 64 bytes for SHA-256, 128 for the others. */
static inline int jc_sha2_begin(jc_sha2_state *state, size_t digest_count, const unsigned char *block) {
  switch (digest_count) {
  case SHA256_DIGEST_LENGTH:
    return SHA256_Init(&state->sha256) && SHA256_Update(&state->sha256, block, SHA256_CBLOCK);
  case SHA384_DIGEST_LENGTH:
    return SHA384_Init(&state->sha512) && SHA384_Update(&state->sha512, block, SHA512_CBLOCK);
  case SHA512_DIGEST_LENGTH:
    return SHA512_Init(&state->sha512) && SHA512_Update(&state->sha512, block, SHA512_CBLOCK);
  default:
    return 0;
  }
}

/* HMAC from the states after the two padded keys. Finishing a hash leaves the digest in its state, so that is wiped. */
static inline int jc_hmac(
    const jc_sha2_state *inner, const jc_sha2_state *outer, size_t digest_count, const unsigned char *message,
    size_t count, unsigned char *tag) {
  int written;
  if (digest_count == SHA256_DIGEST_LENGTH) {
    SHA256_CTX state = inner->sha256;
    written = SHA256_Update(&state, message, count) && SHA256_Final(tag, &state);
    state = outer->sha256;
    written = written && SHA256_Update(&state, tag, digest_count) && SHA256_Final(tag, &state);
    OPENSSL_cleanse(state.h, sizeof state.h);
  } else {
    SHA512_CTX state = inner->sha512;
    written = SHA512_Update(&state, message, count) && SHA512_Final(tag, &state);
    state = outer->sha512;
    written = written && SHA512_Update(&state, tag, digest_count) && SHA512_Final(tag, &state);
    OPENSSL_cleanse(state.h, sizeof state.h);
  }
  return written;
}

/* SHA-256 of one message without an allocation: for short messages allocating a context takes longer than hashing. */
static inline int jc_sha256(const unsigned char *message, size_t count, unsigned char *digest) {
  SHA256_CTX state;
  return SHA256_Init(&state) && SHA256_Update(&state, message, count) && SHA256_Final(digest, &state);
}

#pragma clang diagnostic pop
#else
static inline int jc_sha256(const unsigned char *message, size_t count, unsigned char *digest) { return 0; }
static inline int jc_sha2_begin(jc_sha2_state *state, size_t digest_count, const unsigned char *block) { return 0; }
static inline int jc_hmac(
    const jc_sha2_state *inner, const jc_sha2_state *outer, size_t digest_count, const unsigned char *message,
    size_t count, unsigned char *tag) {
  return 0;
}
#endif

#endif
