// SPDX-License-Identifier: MIT

#include "CBare.h"

#include <openssl/evp.h>
#include <time.h>

#define TAG 16
#define LARGEST 4096

int64_t bench_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

struct job {
  EVP_CIPHER_CTX *ctx;
  const EVP_CIPHER *type; // NULL where the context is keyed already
  const unsigned char *key;
  unsigned char iv[16];
  unsigned char text[LARGEST], sealed[LARGEST + 2 * TAG], opened[LARGEST + 2 * TAG];
  int text_count, sealed_count;
};

static int cbc_seal(struct job *j) {
  int written = 0, last = 0;
  return EVP_EncryptInit_ex2(j->ctx, j->type, j->key, j->iv, NULL) &&
         EVP_EncryptUpdate(j->ctx, j->sealed, &written, j->text, j->text_count) &&
         EVP_EncryptFinal_ex(j->ctx, j->sealed + written, &last) &&
         (j->sealed_count = written + last);
}

static int cbc_open(struct job *j) {
  int written = 0, last = 0;
  return EVP_DecryptInit_ex2(j->ctx, j->type, j->key, j->iv, NULL) &&
         EVP_DecryptUpdate(j->ctx, j->opened, &written, j->sealed, j->sealed_count) &&
         EVP_DecryptFinal_ex(j->ctx, j->opened + written, &last);
}

static int gcm_seal(struct job *j) {
  int written = 0, last = 0;
  return EVP_EncryptInit_ex2(j->ctx, j->type, j->key, j->iv, NULL) &&
         EVP_EncryptUpdate(j->ctx, j->sealed, &written, j->text, j->text_count) &&
         EVP_EncryptFinal_ex(j->ctx, j->sealed + written, &last) &&
         EVP_CIPHER_CTX_ctrl(j->ctx, EVP_CTRL_AEAD_GET_TAG, TAG, j->sealed + written) &&
         (j->sealed_count = written);
}

static int gcm_open(struct job *j) {
  int written = 0, last = 0;
  return EVP_DecryptInit_ex2(j->ctx, j->type, j->key, j->iv, NULL) &&
         EVP_CIPHER_CTX_ctrl(j->ctx, EVP_CTRL_AEAD_SET_TAG, TAG, j->sealed + j->sealed_count) &&
         EVP_DecryptUpdate(j->ctx, j->opened, &written, j->sealed, j->sealed_count) &&
         EVP_DecryptFinal_ex(j->ctx, j->opened + written, &last);
}

int64_t bench_bare(int operation, int count, int repetitions, int rekeys) {
  static const unsigned char key[] = "fa94dd0f974cf2e293728a1234567890";
  static int (*const operations[])(struct job *) = {cbc_open, cbc_seal, gcm_open, gcm_seal};
  int is_gcm = operation >= BARE_GCM_OPEN, seals = operation % 2, ok = 1;
  struct job j = {.iv = "0123456789abcdef", .text_count = count, .key = key};
  EVP_CIPHER *type = EVP_CIPHER_fetch(NULL, is_gcm ? "AES-256-GCM" : "AES-256-CBC", NULL);
  EVP_CIPHER_CTX *sealing = EVP_CIPHER_CTX_new(), *opening = EVP_CIPHER_CTX_new();
  int64_t start;
  if (count > LARGEST || !type || !sealing || !opening) return -1;
  j.type = type;
  j.ctx = sealing;
  ok = operations[operation | 1](&j);
  j.ctx = opening;
  ok = ok && operations[operation & ~1](&j);
  if (seals) j.ctx = sealing;
  if (!rekeys) j.type = NULL, j.key = NULL;
  start = bench_now();
  for (int i = 0; ok && i < repetitions; i++) ok = operations[operation](&j);
  start = bench_now() - start;
  EVP_CIPHER_CTX_free(sealing);
  EVP_CIPHER_CTX_free(opening);
  EVP_CIPHER_free(type);
  return ok ? start : -1;
}
