// SPDX-License-Identifier: MIT

#include "CCrypto.h"

#include <openssl/evp.h>
#include <openssl/params.h>
#include <pthread.h>
#include <string.h>

#define ALGORITHMS 6
#define LONGEST_KEY 64

static const EVP_MD *digest(int algorithm) {
  switch (algorithm) {
  case 1: return EVP_md5();
  case 2: return EVP_sha1();
  case 3: return EVP_sha256();
  case 4: return EVP_sha384();
  case 5: return EVP_sha512();
  default: return NULL;
  }
}

int assay_digest(int algorithm, const uint8_t *in, int in_count, uint8_t *out, int out_count) {
  const EVP_MD *type = digest(algorithm);
  unsigned int written = 0;
  if (!type) return ASSAY_CRYPTO_FAILED;
  if (out_count < EVP_MD_get_size(type)) return ASSAY_CRYPTO_CAPACITY;
  if (!EVP_Digest(in, (size_t)in_count, out, &written, type, NULL)) return ASSAY_CRYPTO_FAILED;
  return (int)written;
}

// Fetching HMAC by name costs more than a token's signature, so it is done once.
static EVP_MAC *hmac;
static pthread_once_t fetched = PTHREAD_ONCE_INIT;

static void fetch(void) { hmac = EVP_MAC_fetch(NULL, "HMAC", NULL); }

// A context that knows its digest is cheap to key again, and one that knows its key is cheaper.
struct keyed {
  EVP_MAC_CTX *ctx;
  int key_count; // or -1
  uint8_t key[LONGEST_KEY];
};

// One context a thread and digest.
static struct keyed *context(int algorithm, const EVP_MD *type) {
  static _Thread_local struct keyed contexts[ALGORITHMS];
  struct keyed *at = &contexts[algorithm];
  OSSL_PARAM name[] = {
      OSSL_PARAM_construct_utf8_string("digest", (char *)EVP_MD_get0_name(type), 0),
      OSSL_PARAM_construct_end()};
  if (at->ctx) return at;
  pthread_once(&fetched, fetch);
  at->key_count = -1;
  at->ctx = hmac ? EVP_MAC_CTX_new(hmac) : NULL;
  if (at->ctx && EVP_MAC_CTX_set_params(at->ctx, name)) return at;
  EVP_MAC_CTX_free(at->ctx);
  at->ctx = NULL;
  return NULL;
}

// Gives a context the key where it has another one; an empty key is a key too.
static int begin(struct keyed *at, const uint8_t *key, int key_count) {
  int known = at->key_count == key_count && !memcmp(at->key, key_count ? key : at->key, (size_t)key_count);
  at->key_count = -1;
  if (!EVP_MAC_init(at->ctx, known ? NULL : key_count ? key : at->key, (size_t)key_count, NULL))
    return 0;
  if (key_count > LONGEST_KEY) return 1;
  if (!known && key_count) memcpy(at->key, key, (size_t)key_count);
  at->key_count = key_count;
  return 1;
}

int assay_hmac(int algorithm, const uint8_t *key, int key_count, const uint8_t *in, int in_count,
               uint8_t *out, int out_count) {
  const EVP_MD *type = digest(algorithm);
  struct keyed *at = type ? context(algorithm, type) : NULL;
  size_t written = 0;
  if (!at) return ASSAY_CRYPTO_FAILED;
  if (out_count < EVP_MD_get_size(type)) return ASSAY_CRYPTO_CAPACITY;
  if (!begin(at, key, key_count)) return ASSAY_CRYPTO_FAILED;
  if (in_count && !EVP_MAC_update(at->ctx, in, (size_t)in_count)) return ASSAY_CRYPTO_FAILED;
  if (!EVP_MAC_final(at->ctx, out, &written, (size_t)out_count)) return ASSAY_CRYPTO_FAILED;
  return (int)written;
}
