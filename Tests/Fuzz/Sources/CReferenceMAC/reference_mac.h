#ifndef REFERENCE_MAC_H
#define REFERENCE_MAC_H

#include <openssl/evp.h>
#include <openssl/hmac.h>

/* HMAC-SHA-256 of a message into 32 bytes; 1 if it worked. */
static inline int reference_hmac_sha256(const void *key, int key_count,
                                        const unsigned char *message,
                                        size_t message_count,
                                        unsigned char *output) {
  unsigned int count = 0;
  return HMAC(EVP_sha256(), key, key_count, message, message_count, output,
              &count) != NULL &&
         count == 32;
}

#endif
