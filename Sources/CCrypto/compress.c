// SPDX-License-Identifier: MIT

#include "CCrypto.h"

#include <string.h>
#include <zlib.h>

// A stream that was used once is cheap to use again, so each thread keeps one a direction.
struct stream {
  z_stream z;
  int is_ready;
};

static z_stream *deflating(void) {
  static _Thread_local struct stream at;
  if (at.is_ready) return deflateReset(&at.z) == Z_OK ? &at.z : NULL;
  at.is_ready = deflateInit(&at.z, Z_DEFAULT_COMPRESSION) == Z_OK;
  return at.is_ready ? &at.z : NULL;
}

static z_stream *inflating(void) {
  static _Thread_local struct stream at;
  if (at.is_ready) return inflateReset(&at.z) == Z_OK ? &at.z : NULL;
  at.is_ready = inflateInit(&at.z) == Z_OK;
  return at.is_ready ? &at.z : NULL;
}

static void feed(z_stream *z, const uint8_t *in, int in_count, uint8_t *out, int out_count) {
  z->next_in = (uint8_t *)in;
  z->avail_in = (uInt)in_count;
  z->next_out = out;
  z->avail_out = (uInt)out_count;
}

static int finish(z_stream *z, int out_count) {
  return deflate(z, Z_FINISH) == Z_STREAM_END ? out_count - (int)z->avail_out
                                              : ASSAY_CRYPTO_CAPACITY;
}

int assay_deflate(const uint8_t *in, int in_count, uint8_t *out, int out_count) {
  z_stream *z = deflating();
  if (!z) return ASSAY_CRYPTO_FAILED;
  feed(z, in, in_count, out, out_count);
  return finish(z, out_count);
}

int assay_deflate_at(int level, const uint8_t *in, int in_count, uint8_t *out, int out_count) {
  z_stream z = {0};
  int status;
  if (deflateInit(&z, level) != Z_OK) return ASSAY_CRYPTO_FAILED;
  feed(&z, in, in_count, out, out_count);
  status = finish(&z, out_count);
  deflateEnd(&z);
  return status;
}

// Why a stream did not end: zlib tells a wrong checksum by its message alone.
static int failure(const z_stream *z, int status) {
  switch (status) {
  case Z_DATA_ERROR:
    return z->msg && !strcmp(z->msg, "incorrect data check") ? ASSAY_ZLIB_CHECKSUM
                                                             : ASSAY_ZLIB_MALFORMED;
  case Z_NEED_DICT: return ASSAY_ZLIB_MALFORMED;
  case Z_OK:
  case Z_BUF_ERROR: return z->avail_out ? ASSAY_ZLIB_TRUNCATED : ASSAY_CRYPTO_CAPACITY;
  default: return ASSAY_CRYPTO_FAILED;
  }
}

int64_t assay_inflate(const uint8_t *in, int in_count, uint8_t *out, int out_count) {
  z_stream *z = inflating();
  int status;
  if (!z) return ASSAY_CRYPTO_FAILED;
  feed(z, in, in_count, out, out_count);
  status = inflate(z, Z_FINISH);
  if (status != Z_STREAM_END) return failure(z, status);
  return (int64_t)(in_count - (int)z->avail_in) << 32 | (out_count - (int)z->avail_out);
}

int64_t assay_inflate_part(const uint8_t *in, int in_count, uint8_t *out, int out_count) {
  z_stream *z = inflating();
  int status;
  if (!z) return ASSAY_CRYPTO_FAILED;
  feed(z, in, in_count, out, out_count);
  status = inflate(z, Z_SYNC_FLUSH);
  return (int64_t)(status == Z_DATA_ERROR || status == Z_NEED_DICT) << 32 |
         (out_count - (int)z->avail_out);
}
