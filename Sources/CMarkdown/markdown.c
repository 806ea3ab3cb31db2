// SPDX-License-Identifier: MIT
#include "CMarkdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <limits.h>
#include <pthread.h>
#include <string.h>

// The library keeps its extensions in tables that all threads share.
static pthread_mutex_t library = PTHREAD_MUTEX_INITIALIZER;

// Counts everything, keeps what fits.
struct records {
  uint8_t *bytes;
  size_t capacity, length;
};

static void put(struct records *out, const void *bytes, size_t count) {
  if (count && out->length <= out->capacity && count <= out->capacity - out->length)
    memcpy(out->bytes + out->length, bytes, count);
  out->length += count;
}

static void put_number(struct records *out, size_t value) {
  uint8_t bytes[4] = {(uint8_t)value, (uint8_t)(value >> 8), (uint8_t)(value >> 16),
                      (uint8_t)(value >> 24)};
  put(out, bytes, sizeof bytes);
}

static void put_text(struct records *out, const char *text) {
  size_t count = text ? strlen(text) : 0;
  put_number(out, count);
  put(out, text, count);
}

static void put_head(struct records *out, int kind, int detail, cmark_node *node) {
  uint8_t bytes[2] = {(uint8_t)kind, (uint8_t)detail};
  int line = cmark_node_get_start_line(node);
  put(out, bytes, sizeof bytes);
  put_number(out, line < 0 ? 0 : (size_t)line);
}

static const char *plain_text(cmark_node *node) {
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_TEXT:
  case CMARK_NODE_CODE:
  case CMARK_NODE_HTML_INLINE: return cmark_node_get_literal(node);
  case CMARK_NODE_SOFTBREAK:
  case CMARK_NODE_LINEBREAK: return " ";
  default: return "";
  }
}

static size_t walk_plain_text(struct records *out, cmark_node *root) {
  size_t count = 0;
  cmark_iter *iter = cmark_iter_new(root);
  while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
    if (cmark_iter_get_event_type(iter) != CMARK_EVENT_ENTER) continue;
    const char *text = plain_text(cmark_iter_get_node(iter));
    if (!text) continue;
    count += strlen(text);
    if (out) put(out, text, strlen(text));
  }
  cmark_iter_free(iter);
  return count;
}

static void put_inlines(struct records *out, int kind, int detail, cmark_node *node) {
  put_head(out, kind, detail, node);
  put_number(out, 0);
  put_number(out, walk_plain_text(NULL, node));
  walk_plain_text(out, node);
}

static void put_block(struct records *out, int kind, int detail, const char *info,
                      const char *text, cmark_node *node) {
  put_head(out, kind, detail, node);
  put_text(out, info);
  put_text(out, text);
}

static int is_italic(cmark_node *cell) {
  cmark_node *child = cmark_node_first_child(cell);
  return child && cmark_node_get_type(child) == CMARK_NODE_EMPH && !cmark_node_next(child);
}

static void put_code(struct records *out, cmark_node *node) {
  int length, offset;
  char character;
  int fenced = cmark_node_get_fenced(node, &length, &offset, &character);
  put_block(out, fenced ? ASSAY_MARKDOWN_FENCE : ASSAY_MARKDOWN_INDENTED, 0,
            fenced ? cmark_node_get_fence_info(node) : NULL, cmark_node_get_literal(node), node);
}

// The nodes of the table extension are known by name alone.
static int put_table_part(struct records *out, cmark_node *node) {
  const char *type = cmark_node_get_type_string(node);
  if (!strcmp(type, "table")) put_block(out, ASSAY_MARKDOWN_TABLE, 0, NULL, NULL, node);
  else if (!strcmp(type, "table_header")) put_block(out, ASSAY_MARKDOWN_ROW, 1, NULL, NULL, node);
  else if (!strcmp(type, "table_row")) put_block(out, ASSAY_MARKDOWN_ROW, 0, NULL, NULL, node);
  else if (!strcmp(type, "table_cell"))
    put_inlines(out, ASSAY_MARKDOWN_CELL, is_italic(node), node);
  else return 0;
  return 1;
}

static void put_entered(struct records *out, cmark_node *node) {
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_DOCUMENT: break;
  case CMARK_NODE_CODE_BLOCK: put_code(out, node); break;
  case CMARK_NODE_HTML_BLOCK:
    put_block(out, ASSAY_MARKDOWN_HTML, 0, NULL, cmark_node_get_literal(node), node);
    break;
  case CMARK_NODE_HEADING:
    put_inlines(out, ASSAY_MARKDOWN_HEADING, cmark_node_get_heading_level(node), node);
    break;
  case CMARK_NODE_PARAGRAPH:
    put_block(out, ASSAY_MARKDOWN_PARAGRAPH, 0, NULL, NULL, node);
    break;
  default:
    if (!put_table_part(out, node))
      put_block(out, ASSAY_MARKDOWN_OTHER, 0, NULL, NULL, node);
  }
}

static int is_container(cmark_node *node) {
  cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM || type == CMARK_NODE_BLOCK_QUOTE;
}

static int is_block(cmark_node *node) {
  return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

static void put_document(struct records *out, cmark_node *root) {
  cmark_iter *iter = cmark_iter_new(root);
  cmark_event_type event;
  while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node(iter);
    if (cmark_node_get_type(node) == CMARK_NODE_CODE)
      put_block(out, ASSAY_MARKDOWN_CODE, 0, NULL, cmark_node_get_literal(node), node);
    if (!is_block(node)) continue;
    if (event == CMARK_EVENT_ENTER) put_entered(out, node);
    else if (is_container(node)) put_block(out, ASSAY_MARKDOWN_OTHER, 0, NULL, NULL, node);
  }
  cmark_iter_free(iter);
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

int assay_markdown_flatten(const uint8_t *page, int count, uint8_t *bytes, int capacity) {
  struct records out = {bytes, (size_t)capacity, 0};
  pthread_mutex_lock(&library);
  cmark_node *root = parse(page, count);
  if (root) put_document(&out, root);
  if (root) cmark_node_free(root);
  pthread_mutex_unlock(&library);
  return root && out.length <= INT_MAX ? (int)out.length : -1;
}
