// SPDX-License-Identifier: MIT

#include "CBare.h"

#include <openssl/evp.h>
#include <openssl/params.h>
#include <string.h>
#include <zlib.h>

#define HASH 32
#define LARGEST 4096

static const unsigned char certificate[] = "fa94dd0f974cf2e293728a1234567890";

static EVP_MAC_CTX *context(void) {
  EVP_MAC *type = EVP_MAC_fetch(NULL, "HMAC", NULL);
  EVP_MAC_CTX *ctx = type ? EVP_MAC_CTX_new(type) : NULL;
  OSSL_PARAM digest[] = {OSSL_PARAM_construct_utf8_string("digest", "SHA256", 0),
                         OSSL_PARAM_construct_end()};
  EVP_MAC_free(type);
  if (ctx && EVP_MAC_init(ctx, certificate, HASH, digest)) return ctx;
  EVP_MAC_CTX_free(ctx);
  return NULL;
}

static int hmac(EVP_MAC_CTX *ctx, const void *key, size_t key_count, const void *in, size_t count,
                unsigned char out[HASH]) {
  size_t written = 0;
  return EVP_MAC_init(ctx, key, key_count, NULL) && EVP_MAC_update(ctx, in, count) &&
         EVP_MAC_final(ctx, out, &written, HASH);
}

int64_t bench_hmac(int count, int repetitions, int rekeys) {
  static unsigned char in[LARGEST], out[HASH];
  EVP_MAC_CTX *ctx = context();
  int64_t start = bench_now();
  int ok = ctx && count <= LARGEST;
  for (int i = 0; ok && i < repetitions; i++)
    ok = hmac(ctx, rekeys ? certificate : NULL, rekeys ? HASH : 0, in, (size_t)count, out);
  start = bench_now() - start;
  EVP_MAC_CTX_free(ctx);
  return ok ? start : -1;
}

struct sealed {
  EVP_MAC_CTX *ctx;
  z_stream z;
  unsigned char content[LARGEST], stream[2 * LARGEST];
  int count, stream_count;
};

static int sign(struct sealed *s) {
  static const unsigned char issued[4] = {1}, salt[4] = {2};
  unsigned char inner[HASH], key[HASH];
  return hmac(s->ctx, issued, 4, certificate, HASH, inner) &&
         hmac(s->ctx, salt, 4, inner, HASH, key) &&
         hmac(s->ctx, key, HASH, s->content + 2 + HASH, (size_t)s->count, s->content + 2);
}

static void feed(z_stream *z, unsigned char *in, int in_count, unsigned char *out, int out_count) {
  z->next_in = in;
  z->avail_in = (uInt)in_count;
  z->next_out = out;
  z->avail_out = (uInt)out_count;
}

static int pack(struct sealed *s) {
  int whole = 2 + HASH + s->count;
  feed(&s->z, s->content, whole, s->stream, sizeof s->stream);
  if (deflateReset(&s->z) != Z_OK || deflate(&s->z, Z_FINISH) != Z_STREAM_END) return 0;
  s->stream_count = (int)(sizeof s->stream - s->z.avail_out);
  return 1;
}

static int unpack(struct sealed *s, z_stream *inflating) {
  unsigned char out[LARGEST];
  feed(inflating, s->stream, s->stream_count, out, sizeof out);
  return inflateReset(inflating) == Z_OK && inflate(inflating, Z_FINISH) == Z_STREAM_END;
}

int64_t bench_sealed(const uint8_t *info, int count, int repetitions, int deflates) {
  static struct sealed s;
  z_stream inflating;
  int64_t start;
  int ok = count <= LARGEST - 2 - HASH;
  if (!ok) return -1;
  memset(&s, 0, sizeof s);
  memset(&inflating, 0, sizeof inflating);
  s.ctx = context();
  s.count = count;
  memcpy(s.content + 2 + HASH, info, (size_t)count);
  ok = s.ctx && deflateInit(&s.z, Z_DEFAULT_COMPRESSION) == Z_OK && inflateInit(&inflating) == Z_OK;
  ok = ok && sign(&s) && pack(&s);
  start = bench_now();
  for (int i = 0; ok && i < repetitions; i++)
    ok = deflates ? sign(&s) && pack(&s) : unpack(&s, &inflating) && sign(&s);
  start = bench_now() - start;
  deflateEnd(&s.z);
  inflateEnd(&inflating);
  EVP_MAC_CTX_free(s.ctx);
  return ok ? start : -1;
}
