// SPDX-License-Identifier: MIT
#include "records.h"

#include <cmark-gfm-core-extensions.h>
#include <limits.h>
#include <pthread.h>
#include <string.h>

// The library keeps its extensions in tables that all threads share.
static pthread_mutex_t library = PTHREAD_MUTEX_INITIALIZER;

void assay_put(struct records *out, const void *bytes, size_t count) {
  if (count && out->length <= out->capacity && count <= out->capacity - out->length)
    memcpy(out->bytes + out->length, bytes, count);
  out->length += count;
}

void assay_put_number(struct records *out, size_t value) {
  uint8_t bytes[4] = {(uint8_t)value, (uint8_t)(value >> 8), (uint8_t)(value >> 16),
                      (uint8_t)(value >> 24)};
  assay_put(out, bytes, sizeof bytes);
}

void assay_put_text(struct records *out, const char *text) {
  size_t count = text ? strlen(text) : 0;
  assay_put_number(out, count);
  assay_put(out, text, count);
}

void assay_put_head(struct records *out, int kind, int detail, cmark_node *node) {
  uint8_t bytes[2] = {(uint8_t)kind, (uint8_t)detail};
  int line = cmark_node_get_start_line(node);
  assay_put(out, bytes, sizeof bytes);
  assay_put_number(out, line < 0 ? 0 : (size_t)line);
}

static cmark_node *parse(const uint8_t *page, int count) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_syntax_extension *table = cmark_find_syntax_extension("table");
  cmark_parser *parser = table ? cmark_parser_new(CMARK_OPT_DEFAULT) : NULL;
  if (!parser) return NULL;
  cmark_parser_attach_syntax_extension(parser, table);
  cmark_parser_feed(parser, (const char *)page, (size_t)count);
  cmark_node *root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return root;
}

int assay_write_page(const uint8_t *page, int count, uint8_t *bytes, int capacity,
                     void (*put)(struct records *out, cmark_node *root)) {
  struct records out = {bytes, (size_t)capacity, 0};
  pthread_mutex_lock(&library);
  cmark_node *root = parse(page, count);
  if (root) put(&out, root);
  if (root) cmark_node_free(root);
  pthread_mutex_unlock(&library);
  return root && out.length <= INT_MAX ? (int)out.length : -1;
}
