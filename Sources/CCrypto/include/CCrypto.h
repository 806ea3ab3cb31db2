// SPDX-License-Identifier: MIT
// OpenSSL and zlib behind bounds: every pointer carries its length, no name of theirs is visible.

#ifndef ASSAY_CCRYPTO_H
#define ASSAY_CCRYPTO_H

#include <stddef.h>
#include <stdint.h>

#include <ptrcheck.h>

#define ASSAY_COUNTED(n) __counted_by(n)
#define ASSAY_BORROWED __attribute__((noescape))

// Each function returns the number of bytes written, or a negative CryptoFailure.
enum {
  ASSAY_CRYPTO_FAILED = -1,   // the library refused the call
  ASSAY_CRYPTO_REFUSED = -2,  // padding or tag does not hold
  ASSAY_CRYPTO_CAPACITY = -3, // the output does not fit, or a length is not allowed
  ASSAY_ZLIB_TRUNCATED = -4,  // the input ends before the stream does
  ASSAY_ZLIB_MALFORMED = -5,  // no stream of zlib, or one that needs a dictionary
  ASSAY_ZLIB_CHECKSUM = -6,   // the checksum is not that of the output
};

int assay_aes_cbc_seal(const uint8_t *ASSAY_COUNTED(key_count) ASSAY_BORROWED key, int key_count,
                       const uint8_t *ASSAY_COUNTED(iv_count) ASSAY_BORROWED iv, int iv_count,
                       const uint8_t *ASSAY_COUNTED(in_count) ASSAY_BORROWED in, int in_count,
                       int padding, uint8_t *ASSAY_COUNTED(out_count) ASSAY_BORROWED out,
                       int out_count);

int assay_aes_cbc_open(const uint8_t *ASSAY_COUNTED(key_count) ASSAY_BORROWED key, int key_count,
                       const uint8_t *ASSAY_COUNTED(iv_count) ASSAY_BORROWED iv, int iv_count,
                       const uint8_t *ASSAY_COUNTED(in_count) ASSAY_BORROWED in, int in_count,
                       uint8_t *ASSAY_COUNTED(out_count) ASSAY_BORROWED out, int out_count);

int assay_aes_gcm_seal(const uint8_t *ASSAY_COUNTED(key_count) ASSAY_BORROWED key, int key_count,
                       const uint8_t *ASSAY_COUNTED(iv_count) ASSAY_BORROWED iv, int iv_count,
                       const uint8_t *ASSAY_COUNTED(in_count) ASSAY_BORROWED in, int in_count,
                       uint8_t *ASSAY_COUNTED(out_count) ASSAY_BORROWED out, int out_count);

int assay_aes_gcm_open(const uint8_t *ASSAY_COUNTED(key_count) ASSAY_BORROWED key, int key_count,
                       const uint8_t *ASSAY_COUNTED(iv_count) ASSAY_BORROWED iv, int iv_count,
                       const uint8_t *ASSAY_COUNTED(in_count) ASSAY_BORROWED in, int in_count,
                       uint8_t *ASSAY_COUNTED(out_count) ASSAY_BORROWED out, int out_count);

// algorithm: 1 MD5, 2 SHA-1, 3 SHA-256, 4 SHA-384, 5 SHA-512.
int assay_digest(int algorithm, const uint8_t *ASSAY_COUNTED(in_count) ASSAY_BORROWED in,
                 int in_count, uint8_t *ASSAY_COUNTED(out_count) ASSAY_BORROWED out,
                 int out_count);

int assay_hmac(int algorithm, const uint8_t *ASSAY_COUNTED(key_count) ASSAY_BORROWED key,
               int key_count, const uint8_t *ASSAY_COUNTED(in_count) ASSAY_BORROWED in,
               int in_count, uint8_t *ASSAY_COUNTED(out_count) ASSAY_BORROWED out, int out_count);

// bcrypt of a secret, of which 72 bytes count: 24 bytes. The salt has 16, the cost is 4 to 31.
int assay_bcrypt(int cost, const uint8_t *ASSAY_COUNTED(salt_count) ASSAY_BORROWED salt,
                 int salt_count, const uint8_t *ASSAY_COUNTED(secret_count) ASSAY_BORROWED secret,
                 int secret_count, uint8_t *ASSAY_COUNTED(out_count) ASSAY_BORROWED out,
                 int out_count);

// A word of the state in which Blowfish begins.
uint32_t assay_blowfish_word(int index);

// Compresses as zlib's compress() does.
int assay_deflate(const uint8_t *ASSAY_COUNTED(in_count) ASSAY_BORROWED in, int in_count,
                  uint8_t *ASSAY_COUNTED(out_count) ASSAY_BORROWED out, int out_count);

// The same at a level of 0 to 9.
int assay_deflate_at(int level, const uint8_t *ASSAY_COUNTED(in_count) ASSAY_BORROWED in,
                     int in_count, uint8_t *ASSAY_COUNTED(out_count) ASSAY_BORROWED out,
                     int out_count);

// Returns the bytes read << 32 | the bytes written; what follows the stream is not read.
int64_t assay_inflate(const uint8_t *ASSAY_COUNTED(in_count) ASSAY_BORROWED in, int in_count,
                      uint8_t *ASSAY_COUNTED(out_count) ASSAY_BORROWED out, int out_count);

// Writes what a stream stands for up to where it breaks or ends.
// Returns whether it is broken, and not just cut off, << 32 | the bytes written.
int64_t assay_inflate_part(const uint8_t *ASSAY_COUNTED(in_count) ASSAY_BORROWED in, int in_count,
                           uint8_t *ASSAY_COUNTED(out_count) ASSAY_BORROWED out, int out_count);

#endif
