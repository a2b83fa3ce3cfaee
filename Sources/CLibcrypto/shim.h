/* What Swift cannot import from libcrypto's headers by itself: function-like macros, compound constants, and
   the two things the context pool needs from C. Everything else is called directly. */
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
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

static const int jc_selection_parameters = EVP_PKEY_KEY_PARAMETERS;
static const int jc_selection_public = EVP_PKEY_PUBLIC_KEY;
static const int jc_selection_keypair = EVP_PKEY_KEYPAIR;

static inline void jc_free(void *memory) { OPENSSL_free(memory); }
static inline void jc_clear_free(void *memory, size_t count) { OPENSSL_clear_free(memory, count); }

/* OPENSSL_init_crypto for a program that lives for one command: no error texts, no tables of names. The configuration
   file is still read, because that is where an administrator switches FIPS on. */
static inline int jc_initialize_without_tables(void) {
  return OPENSSL_init_crypto(
      OPENSSL_INIT_NO_LOAD_CRYPTO_STRINGS | OPENSSL_INIT_NO_ADD_ALL_CIPHERS | OPENSSL_INIT_NO_ADD_ALL_DIGESTS |
          OPENSSL_INIT_LOAD_CONFIG,
      NULL);
}

/* A small number for the calling thread, handed out round robin when the thread first asks. */
static inline unsigned jc_thread_number(void) {
  static unsigned next;
  static _Thread_local unsigned mine;
  if (mine == 0) mine = __atomic_add_fetch(&next, 1, __ATOMIC_RELAXED);
  return mine;
}

/* Puts `context` into the slot and returns what was there, in one step. */
static inline EVP_MD_CTX *jc_exchange(void *slot, EVP_MD_CTX *context) {
  return (EVP_MD_CTX *)__atomic_exchange_n((void **)slot, (void *)context, __ATOMIC_ACQ_REL);
}

#endif
