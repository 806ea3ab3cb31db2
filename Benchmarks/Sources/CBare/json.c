// SPDX-License-Identifier: MIT

#include "CBare.h"

#include <jansson.h>

int64_t bench_json(const uint8_t *text, int count, int repetitions) {
  int64_t start = bench_now();
  for (int i = 0; i < repetitions; i++) {
    json_t *object = json_loadb((const char *)text, (size_t)count, 0, NULL);
    int ok = json_is_string(json_object_get(object, "auth_token"));
    json_decref(object);
    if (!ok) return -1;
  }
  return bench_now() - start;
}
