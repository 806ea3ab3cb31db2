// SPDX-License-Identifier: MIT

#include "CCrypto.h"

#include <openssl/evp.h>
#include <pthread.h>

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

// One context a thread and direction: a set-up context is cheaper to re-key than to make.
static EVP_CIPHER_CTX *context(int slot) {
  static _Thread_local EVP_CIPHER_CTX *contexts[4];
  if (!contexts[slot]) contexts[slot] = EVP_CIPHER_CTX_new();
  return contexts[slot];
}

int assay_aes_cbc_seal(const uint8_t *key, int key_count, const uint8_t *iv, int iv_count,
                       const uint8_t *in, int in_count, int padding, uint8_t *out, int out_count) {
  const EVP_CIPHER *type = cipher(cbc, key_count);
  EVP_CIPHER_CTX *ctx = context(0);
  int written = 0, last = 0;
  if (!is_key(key_count) || iv_count != 16) return ASSAY_CRYPTO_CAPACITY;
  if (padding ? out_count - in_count < 16 - in_count % 16 : in_count % 16 || out_count < in_count)
    return ASSAY_CRYPTO_CAPACITY;
  if (!type || !ctx || !EVP_EncryptInit_ex2(ctx, type, key, iv, NULL)) return ASSAY_CRYPTO_FAILED;
  EVP_CIPHER_CTX_set_padding(ctx, padding);
  if (!EVP_EncryptUpdate(ctx, out, &written, in, in_count)) return ASSAY_CRYPTO_FAILED;
  if (!EVP_EncryptFinal_ex(ctx, out + written, &last)) return ASSAY_CRYPTO_FAILED;
  return written + last;
}

int assay_aes_cbc_open(const uint8_t *key, int key_count, const uint8_t *iv, int iv_count,
                       const uint8_t *in, int in_count, uint8_t *out, int out_count) {
  const EVP_CIPHER *type = cipher(cbc, key_count);
  EVP_CIPHER_CTX *ctx = context(1);
  int written = 0;
  if (!is_key(key_count) || iv_count != 16) return ASSAY_CRYPTO_CAPACITY;
  if (in_count % 16 || out_count < in_count) return ASSAY_CRYPTO_CAPACITY;
  if (!type || !ctx || !EVP_DecryptInit_ex2(ctx, type, key, iv, NULL)) return ASSAY_CRYPTO_FAILED;
  EVP_CIPHER_CTX_set_padding(ctx, 0);
  if (!EVP_DecryptUpdate(ctx, out, &written, in, in_count)) return ASSAY_CRYPTO_FAILED;
  return written;
}

int assay_aes_gcm_seal(const uint8_t *key, int key_count, const uint8_t *iv, int iv_count,
                       const uint8_t *in, int in_count, uint8_t *out, int out_count) {
  const EVP_CIPHER *type = cipher(gcm, key_count);
  EVP_CIPHER_CTX *ctx = context(2);
  int written = 0, last = 0;
  if (!is_key(key_count)) return ASSAY_CRYPTO_CAPACITY;
  if (iv_count < 1 || iv_count > 64 || out_count - TAG < in_count) return ASSAY_CRYPTO_CAPACITY;
  if (!type || !ctx || !EVP_EncryptInit_ex2(ctx, type, NULL, NULL, NULL)) return ASSAY_CRYPTO_FAILED;
  if (!EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_SET_IVLEN, iv_count, NULL)) return ASSAY_CRYPTO_FAILED;
  if (!EVP_EncryptInit_ex2(ctx, NULL, key, iv, NULL)) return ASSAY_CRYPTO_FAILED;
  if (in_count && !EVP_EncryptUpdate(ctx, out, &written, in, in_count)) return ASSAY_CRYPTO_FAILED;
  if (!EVP_EncryptFinal_ex(ctx, out + written, &last)) return ASSAY_CRYPTO_FAILED;
  if (!EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_GET_TAG, TAG, out + written)) return ASSAY_CRYPTO_FAILED;
  return written + TAG;
}

int assay_aes_gcm_open(const uint8_t *key, int key_count, const uint8_t *iv, int iv_count,
                       const uint8_t *in, int in_count, uint8_t *out, int out_count) {
  const EVP_CIPHER *type = cipher(gcm, key_count);
  EVP_CIPHER_CTX *ctx = context(3);
  int text = in_count - TAG, written = 0, last = 0;
  if (!is_key(key_count)) return ASSAY_CRYPTO_CAPACITY;
  if (iv_count < 1 || iv_count > 64 || text < 0 || out_count < text) return ASSAY_CRYPTO_CAPACITY;
  if (!type || !ctx || !EVP_DecryptInit_ex2(ctx, type, NULL, NULL, NULL)) return ASSAY_CRYPTO_FAILED;
  if (!EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_SET_IVLEN, iv_count, NULL)) return ASSAY_CRYPTO_FAILED;
  if (!EVP_DecryptInit_ex2(ctx, NULL, key, iv, NULL)) return ASSAY_CRYPTO_FAILED;
  if (text && !EVP_DecryptUpdate(ctx, out, &written, in, text)) return ASSAY_CRYPTO_FAILED;
  if (!EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_SET_TAG, TAG, (void *)(in + text))) return ASSAY_CRYPTO_FAILED;
  if (EVP_DecryptFinal_ex(ctx, out + written, &last) <= 0) return ASSAY_CRYPTO_REFUSED;
  return written;
}
