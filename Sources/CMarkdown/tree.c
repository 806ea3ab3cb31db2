// SPDX-License-Identifier: MIT
#include "CMarkdown.h"
#include "records.h"

#include <cmark-gfm-core-extensions.h>
#include <stdio.h>
#include <string.h>

// What is told of a node.
struct part {
  int kind, detail;
  const char *info, *text;
};

static struct part list_part(cmark_node *node, char number[16]) {
  int ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  int tight = cmark_node_get_list_tight(node);
  snprintf(number, 16, "%d", cmark_node_get_list_start(node));
  return (struct part){ASSAY_NODE_LIST, ordered + 2 * tight, number, NULL};
}

static struct part leaf(int kind, cmark_node *node) {
  return (struct part){kind, 0, NULL, cmark_node_get_literal(node)};
}

static struct part reference(int kind, cmark_node *node) {
  return (struct part){kind, 0, cmark_node_get_url(node), cmark_node_get_title(node)};
}

// The letter l, c or r, or 0.
static int alignment(cmark_node *cell) {
  cmark_node *table = cmark_node_parent(cmark_node_parent(cell));
  uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(table);
  int column = 0, columns = cmark_gfm_extensions_get_table_columns(table);
  while ((cell = cmark_node_previous(cell))) column += 1;
  return alignments && column < columns ? alignments[column] : 0;
}

// The nodes of the table extension are known by name alone.
static struct part table_part(cmark_node *node) {
  const char *type = cmark_node_get_type_string(node);
  if (!strcmp(type, "table")) return (struct part){.kind = ASSAY_NODE_TABLE};
  if (!strcmp(type, "table_header")) return (struct part){.kind = ASSAY_NODE_ROW, .detail = 1};
  if (!strcmp(type, "table_row")) return (struct part){.kind = ASSAY_NODE_ROW};
  if (!strcmp(type, "table_cell"))
    return (struct part){.kind = ASSAY_NODE_CELL, .detail = alignment(node)};
  return (struct part){.kind = ASSAY_NODE_GROUP};
}

static struct part part(cmark_node *node, char number[16]) {
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_PARAGRAPH: return (struct part){.kind = ASSAY_NODE_PARAGRAPH};
  case CMARK_NODE_HEADING:
    return (struct part){.kind = ASSAY_NODE_HEADING, .detail = cmark_node_get_heading_level(node)};
  case CMARK_NODE_BLOCK_QUOTE: return (struct part){.kind = ASSAY_NODE_QUOTE};
  case CMARK_NODE_LIST: return list_part(node, number);
  case CMARK_NODE_ITEM: return (struct part){.kind = ASSAY_NODE_ITEM};
  case CMARK_NODE_CODE_BLOCK:
    return (struct part){ASSAY_NODE_CODE_BLOCK, 0, cmark_node_get_fence_info(node),
                         cmark_node_get_literal(node)};
  case CMARK_NODE_HTML_BLOCK: return leaf(ASSAY_NODE_HTML_BLOCK, node);
  case CMARK_NODE_THEMATIC_BREAK: return (struct part){.kind = ASSAY_NODE_RULE};
  case CMARK_NODE_TEXT: return leaf(ASSAY_NODE_TEXT, node);
  case CMARK_NODE_SOFTBREAK: return (struct part){.kind = ASSAY_NODE_SOFT_BREAK};
  case CMARK_NODE_LINEBREAK: return (struct part){.kind = ASSAY_NODE_LINE_BREAK};
  case CMARK_NODE_CODE: return leaf(ASSAY_NODE_CODE, node);
  case CMARK_NODE_HTML_INLINE: return leaf(ASSAY_NODE_HTML, node);
  case CMARK_NODE_EMPH: return (struct part){.kind = ASSAY_NODE_EMPHASIS};
  case CMARK_NODE_STRONG: return (struct part){.kind = ASSAY_NODE_STRONG};
  case CMARK_NODE_LINK: return reference(ASSAY_NODE_LINK, node);
  case CMARK_NODE_IMAGE: return reference(ASSAY_NODE_IMAGE, node);
  default: return table_part(node);
  }
}

static void put_part(struct records *out, struct part part, cmark_node *node) {
  assay_put_head(out, part.kind, part.detail, node);
  assay_put_text(out, part.info);
  assay_put_text(out, part.text);
}

static void put_tree(struct records *out, cmark_node *root) {
  char number[16];
  cmark_iter *iter = cmark_iter_new(root);
  cmark_event_type event;
  while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node(iter);
    struct part end = {.kind = ASSAY_NODE_END};
    put_part(out, event == CMARK_EVENT_ENTER ? part(node, number) : end, node);
  }
  cmark_iter_free(iter);
}

int assay_markdown_tree(const uint8_t *page, int count, uint8_t *bytes, int capacity) {
  return assay_write_page(page, count, bytes, capacity, put_tree);
}
