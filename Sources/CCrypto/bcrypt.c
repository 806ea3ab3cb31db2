// SPDX-License-Identifier: MIT
// bcrypt: Blowfish whose key is scheduled 2^cost times over, and three blocks encrypted with it.

#include "CCrypto.h"
#include "pi.h"

#include <string.h>

#define KEYS 18
#define BOXES 1024
#define SALT 16
#define LONGEST_KEY 72

struct blowfish {
  uint32_t keys[KEYS];
  uint32_t boxes[BOXES];
};

static uint32_t mix(const struct blowfish *state, uint32_t word) {
  const uint32_t *box = state->boxes;
  return ((box[word >> 24] + box[256 + (word >> 16 & 255)]) ^ box[512 + (word >> 8 & 255)]) +
         box[768 + (word & 255)];
}

static void encrypt(const struct blowfish *state, uint32_t block[2]) {
  uint32_t left = block[0] ^ state->keys[0], right = block[1];
  for (int round = 1; round < KEYS - 1; round += 2) {
    right ^= mix(state, left) ^ state->keys[round];
    left ^= mix(state, right) ^ state->keys[round + 1];
  }
  block[0] = right ^ state->keys[KEYS - 1];
  block[1] = left;
}

// The next four bytes of a key that begins again at its end.
static uint32_t next_word(const uint8_t *key, int count, int *place) {
  uint32_t word = 0;
  for (int byte = 0; byte < 4; byte++) {
    word = word << 8 | key[*place];
    *place = (*place + 1) % count;
  }
  return word;
}

// Schedules a key; a salt goes into each block that is encrypted.
static void expand(struct blowfish *state, const uint8_t *key, int count, const uint8_t *salt) {
  uint32_t block[2] = {0, 0};
  int place = 0, salted = 0;
  for (int index = 0; index < KEYS; index++) state->keys[index] ^= next_word(key, count, &place);
  for (int index = 0; index < KEYS + BOXES; index += 2) {
    uint32_t *out = index < KEYS ? state->keys + index : state->boxes + (index - KEYS);
    if (salt) {
      block[0] ^= next_word(salt, SALT, &salted);
      block[1] ^= next_word(salt, SALT, &salted);
    }
    encrypt(state, block);
    memcpy(out, block, sizeof block);
  }
}

static const char text[] = "OrpheanBeholderScryDoubt";

int assay_bcrypt(int cost, const uint8_t *salt, int salt_count, const uint8_t *secret,
                 int secret_count, uint8_t *out, int out_count) {
  struct blowfish state;
  uint8_t key[LONGEST_KEY + 1] = {0};
  int length = secret_count < LONGEST_KEY ? secret_count : LONGEST_KEY;
  int written = (int)sizeof text - 1;
  if (cost < 4 || cost > 31 || salt_count != SALT || out_count < written)
    return ASSAY_CRYPTO_CAPACITY;
  if (length) memcpy(key, secret, (size_t)length);
  // The NUL at its end is a part of the key.
  length = length < LONGEST_KEY ? length + 1 : LONGEST_KEY;
  memcpy(&state, assay_pi, sizeof state);
  expand(&state, key, length, salt);
  for (uint64_t round = 0; round < UINT64_C(1) << cost; round++) {
    expand(&state, key, length, NULL);
    expand(&state, salt, SALT, NULL);
  }
  for (int start = 0; start < written; start += 8) {
    uint32_t block[2];
    int place = start;
    block[0] = next_word((const uint8_t *)text, written, &place);
    block[1] = next_word((const uint8_t *)text, written, &place);
    for (int round = 0; round < 64; round++) encrypt(&state, block);
    for (int byte = 0; byte < 8; byte++)
      out[start + byte] = (uint8_t)(block[byte / 4] >> (24 - byte % 4 * 8));
  }
  return written;
}

uint32_t assay_blowfish_word(int index) {
  return index >= 0 && index < KEYS + BOXES ? assay_pi[index] : 0;
}
