// SPDX-License-Identifier: MIT

#include "CCrypto.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <pthread.h>
#include <string.h>

#define TAG 16

static const EVP_CIPHER *cbc[3];
static const EVP_CIPHER *gcm[3];
static pthread_once_t fetched = PTHREAD_ONCE_INIT;

// Fetching a cipher by name costs more than a token's encryption, so it is done once.
static void fetch(void) {
  cbc[0] = EVP_CIPHER_fetch(NULL, "AES-128-CBC", NULL);
  cbc[1] = EVP_CIPHER_fetch(NULL, "AES-192-CBC", NULL);
  cbc[2] = EVP_CIPHER_fetch(NULL, "AES-256-CBC", NULL);
  gcm[0] = EVP_CIPHER_fetch(NULL, "AES-128-GCM", NULL);
  gcm[1] = EVP_CIPHER_fetch(NULL, "AES-192-GCM", NULL);
  gcm[2] = EVP_CIPHER_fetch(NULL, "AES-256-GCM", NULL);
}

static const EVP_CIPHER *cipher(const EVP_CIPHER *const family[3], int key_count) {
  pthread_once(&fetched, fetch);
  switch (key_count) {
  case 16: return family[0];
  case 24: return family[1];
  case 32: return family[2];
  default: return NULL;
  }
}

static int is_key(int count) { return count == 16 || count == 24 || count == 32; }

enum { CBC_SEAL, CBC_SEAL_BLOCKS, CBC_OPEN, GCM_SEAL, GCM_OPEN, USES };

// A context that knows its cipher is cheap to key again, and one that knows its key is cheaper.
struct keyed {
  EVP_CIPHER_CTX *ctx;
  int has_key;
  uint8_t key[32];
};

static int seals(int use) { return use == CBC_SEAL || use == CBC_SEAL_BLOCKS || use == GCM_SEAL; }

static int is_whole(int use) { return use == CBC_SEAL_BLOCKS || use == CBC_OPEN; }

// As a parameter and not by EVP_CIPHER_CTX_set_padding, which every new IV would pay for again.
static int leave_padding(EVP_CIPHER_CTX *ctx) {
  unsigned int padding = 0;
  OSSL_PARAM parameters[] = {OSSL_PARAM_construct_uint(OSSL_CIPHER_PARAM_PADDING, &padding),
                             OSSL_PARAM_construct_end()};
  return EVP_CIPHER_CTX_set_params(ctx, parameters);
}

// One context a thread, use and key length.
static struct keyed *context(int use, int key_count) {
  static _Thread_local struct keyed contexts[USES][3];
  const EVP_CIPHER *type = cipher(use >= GCM_SEAL ? gcm : cbc, key_count);
  struct keyed *place;
  if (!type) return NULL;
  place = &contexts[use][(key_count - 16) / 8];
  if (place->ctx) return place;
  place->ctx = EVP_CIPHER_CTX_new();
  if (place->ctx && EVP_CipherInit_ex2(place->ctx, type, NULL, NULL, seals(use), NULL) &&
      (!is_whole(use) || leave_padding(place->ctx)))
    return place;
  EVP_CIPHER_CTX_free(place->ctx);
  place->ctx = NULL;
  return NULL;
}

static int has_key(const struct keyed *at, const uint8_t *key, int key_count) {
  return at->has_key && !memcmp(at->key, key, (size_t)key_count);
}

// Gives a context its IV, and the key where it has another one.
static int begin(struct keyed *at, int use, const uint8_t *key, int key_count, const uint8_t *iv) {
  int known = has_key(at, key, key_count);
  at->has_key = 0;
  if (!EVP_CipherInit_ex2(at->ctx, NULL, known ? NULL : key, iv, seals(use), NULL)) return 0;
  if (!known) memcpy(at->key, key, key_count);
  return at->has_key = 1;
}

// To what is decrypted next in CBC, the block before it is the IV: to decrypt an IV as a block is
// quicker than to set it.
static int follow(EVP_CIPHER_CTX *ctx, const uint8_t *iv) {
  uint8_t unused[16];
  int written;
  return EVP_DecryptUpdate(ctx, unused, &written, iv, sizeof unused);
}

int assay_aes_cbc_seal(const uint8_t *key, int key_count, const uint8_t *iv, int iv_count,
                       const uint8_t *in, int in_count, int padding, uint8_t *out, int out_count) {
  int use = padding ? CBC_SEAL : CBC_SEAL_BLOCKS;
  struct keyed *at = context(use, key_count);
  int written = 0, last = 0;
  if (!is_key(key_count) || iv_count != 16) return ASSAY_CRYPTO_CAPACITY;
  if (padding ? out_count - in_count < 16 - in_count % 16 : in_count % 16 || out_count < in_count)
    return ASSAY_CRYPTO_CAPACITY;
  if (!at || !begin(at, use, key, key_count, iv)) return ASSAY_CRYPTO_FAILED;
  if (!EVP_EncryptUpdate(at->ctx, out, &written, in, in_count)) return ASSAY_CRYPTO_FAILED;
  if (!EVP_EncryptFinal_ex(at->ctx, out + written, &last)) return ASSAY_CRYPTO_FAILED;
  return written + last;
}

int assay_aes_cbc_open(const uint8_t *key, int key_count, const uint8_t *iv, int iv_count,
                       const uint8_t *in, int in_count, uint8_t *out, int out_count) {
  struct keyed *at = context(CBC_OPEN, key_count);
  int written = 0;
  if (!is_key(key_count) || iv_count != 16) return ASSAY_CRYPTO_CAPACITY;
  if (in_count % 16 || out_count < in_count) return ASSAY_CRYPTO_CAPACITY;
  if (!at) return ASSAY_CRYPTO_FAILED;
  int ready = has_key(at, key, key_count) ? follow(at->ctx, iv)
                                          : begin(at, CBC_OPEN, key, key_count, iv);
  at->has_key = ready && EVP_DecryptUpdate(at->ctx, out, &written, in, in_count);
  return at->has_key ? written : ASSAY_CRYPTO_FAILED;
}

int assay_aes_gcm_seal(const uint8_t *key, int key_count, const uint8_t *iv, int iv_count,
                       const uint8_t *in, int in_count, uint8_t *out, int out_count) {
  struct keyed *at = context(GCM_SEAL, key_count);
  int written = 0, last = 0;
  if (!is_key(key_count)) return ASSAY_CRYPTO_CAPACITY;
  if (iv_count < 1 || iv_count > 64 || out_count - TAG < in_count) return ASSAY_CRYPTO_CAPACITY;
  if (!at) return ASSAY_CRYPTO_FAILED;
  if (!EVP_CIPHER_CTX_ctrl(at->ctx, EVP_CTRL_AEAD_SET_IVLEN, iv_count, NULL)) return ASSAY_CRYPTO_FAILED;
  if (!begin(at, GCM_SEAL, key, key_count, iv)) return ASSAY_CRYPTO_FAILED;
  if (in_count && !EVP_EncryptUpdate(at->ctx, out, &written, in, in_count)) return ASSAY_CRYPTO_FAILED;
  if (!EVP_EncryptFinal_ex(at->ctx, out + written, &last)) return ASSAY_CRYPTO_FAILED;
  if (!EVP_CIPHER_CTX_ctrl(at->ctx, EVP_CTRL_AEAD_GET_TAG, TAG, out + written)) return ASSAY_CRYPTO_FAILED;
  return written + TAG;
}

int assay_aes_gcm_open(const uint8_t *key, int key_count, const uint8_t *iv, int iv_count,
                       const uint8_t *in, int in_count, uint8_t *out, int out_count) {
  struct keyed *at = context(GCM_OPEN, key_count);
  int text = in_count - TAG, written = 0, last = 0;
  if (!is_key(key_count)) return ASSAY_CRYPTO_CAPACITY;
  if (iv_count < 1 || iv_count > 64 || text < 0 || out_count < text) return ASSAY_CRYPTO_CAPACITY;
  if (!at) return ASSAY_CRYPTO_FAILED;
  if (!EVP_CIPHER_CTX_ctrl(at->ctx, EVP_CTRL_AEAD_SET_IVLEN, iv_count, NULL)) return ASSAY_CRYPTO_FAILED;
  if (!begin(at, GCM_OPEN, key, key_count, iv)) return ASSAY_CRYPTO_FAILED;
  if (text && !EVP_DecryptUpdate(at->ctx, out, &written, in, text)) return ASSAY_CRYPTO_FAILED;
  if (!EVP_CIPHER_CTX_ctrl(at->ctx, EVP_CTRL_AEAD_SET_TAG, TAG, (void *)(in + text))) return ASSAY_CRYPTO_FAILED;
  if (EVP_DecryptFinal_ex(at->ctx, out + written, &last) <= 0) return ASSAY_CRYPTO_REFUSED;
  return written;
}
