// SPDX-License-Identifier: MIT

#include "CMarkdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <string.h>

typedef struct {
  uint8_t *bytes;
  int capacity, length;
} Output;

static void put(Output *out, const void *bytes, int count) {
  if (count <= out->capacity - out->length) memcpy(out->bytes + out->length, bytes, (size_t)count);
  out->length += count;
}

static void put_number(Output *out, uint32_t value) {
  uint8_t bytes[4] = {value & 255, value >> 8 & 255, value >> 16 & 255, value >> 24 & 255};
  put(out, bytes, 4);
}

// Leaves room for a length and returns where it is.
static int begin_text(Output *out) {
  put_number(out, 0);
  return out->length;
}

static void end_text(Output *out, int start) {
  uint32_t count = (uint32_t)(out->length - start);
  uint8_t bytes[4] = {count & 255, count >> 8 & 255, count >> 16 & 255, count >> 24 & 255};
  if (start <= out->capacity) memcpy(out->bytes + start - 4, bytes, 4);
}

static void put_text(Output *out, const char *text) {
  int start = begin_text(out);
  if (text) put(out, text, (int)strlen(text));
  end_text(out, start);
}

// The text of a node's inlines, without their marks.
static void put_inlines(Output *out, cmark_node *node) {
  for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child)) {
    const char *literal = cmark_node_get_literal(child);
    if (cmark_node_get_type(child) == CMARK_NODE_SOFTBREAK) put(out, " ", 1);
    if (literal) put(out, literal, (int)strlen(literal));
    put_inlines(out, child);
  }
}

static void begin(Output *out, uint8_t kind, cmark_node *node) {
  put(out, &kind, 1);
  put_number(out, (uint32_t)cmark_node_get_start_line(node));
}

static void put_rows(Output *out, cmark_node *table) {
  uint8_t kind = 4;
  for (cmark_node *row = cmark_node_first_child(table); row; row = cmark_node_next(row)) {
    begin(out, kind, row);
    int start = begin_text(out);
    for (cmark_node *cell = cmark_node_first_child(row); cell; cell = cmark_node_next(cell)) {
      put_inlines(out, cell);
      put(out, "\x1f", 1);
    }
    end_text(out, start);
    put_text(out, NULL);
    kind = 5;
  }
}

static void put_block(Output *out, cmark_node *node) {
  if (!strcmp(cmark_node_get_type_string(node), "table")) {
    put_rows(out, node);
    return;
  }
  cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_CODE_BLOCK) {
    begin(out, 2, node);
    put_text(out, cmark_node_get_fence_info(node));
    put_text(out, cmark_node_get_literal(node));
  } else if (type == CMARK_NODE_HTML_BLOCK) {
    begin(out, 3, node);
    put_text(out, cmark_node_get_literal(node));
    put_text(out, NULL);
  } else {
    begin(out, type == CMARK_NODE_HEADING ? 1 : 6, node);
    int start = begin_text(out);
    put_inlines(out, node);
    end_text(out, start);
    put_text(out, NULL);
  }
}

int assay_markdown_blocks(const uint8_t *text, int count, uint8_t *blocks, int capacity) {
  Output out = {blocks, capacity, 0};
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  cmark_syntax_extension *tables = cmark_find_syntax_extension("table");
  if (tables) cmark_parser_attach_syntax_extension(parser, tables);
  cmark_parser_feed(parser, (const char *)text, (size_t)count);
  cmark_node *document = cmark_parser_finish(parser);
  for (cmark_node *node = cmark_node_first_child(document); node; node = cmark_node_next(node))
    put_block(&out, node);
  cmark_node_free(document);
  cmark_parser_free(parser);
  return out.length;
}
