// SPDX-License-Identifier: MIT

#include "CCrypto.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

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

int assay_hmac(int algorithm, const uint8_t *key, int key_count, const uint8_t *in, int in_count,
               uint8_t *out, int out_count) {
  const EVP_MD *type = digest(algorithm);
  unsigned int written = 0;
  if (!type) return ASSAY_CRYPTO_FAILED;
  if (out_count < EVP_MD_get_size(type)) return ASSAY_CRYPTO_CAPACITY;
  if (!HMAC(type, key, key_count, in, (size_t)in_count, out, &written)) return ASSAY_CRYPTO_FAILED;
  return (int)written;
}
