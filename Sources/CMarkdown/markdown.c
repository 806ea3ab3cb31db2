// SPDX-License-Identifier: MIT
#include "CMarkdown.h"
#include "records.h"

#include <string.h>

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
    if (out) assay_put(out, text, strlen(text));
  }
  cmark_iter_free(iter);
  return count;
}

static void put_inlines(struct records *out, int kind, int detail, cmark_node *node) {
  assay_put_head(out, kind, detail, node);
  assay_put_number(out, 0);
  assay_put_number(out, walk_plain_text(NULL, node));
  walk_plain_text(out, node);
}

static void put_block(struct records *out, int kind, int detail, const char *info,
                      const char *text, cmark_node *node) {
  assay_put_head(out, kind, detail, node);
  assay_put_text(out, info);
  assay_put_text(out, text);
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
    if (!is_block(node)) continue;
    if (event == CMARK_EVENT_ENTER) put_entered(out, node);
    else if (is_container(node)) put_block(out, ASSAY_MARKDOWN_OTHER, 0, NULL, NULL, node);
  }
  cmark_iter_free(iter);
}

int assay_markdown_flatten(const uint8_t *page, int count, uint8_t *bytes, int capacity) {
  return assay_write_page(page, count, bytes, capacity, put_document);
}
