// SPDX-License-Identifier: MIT
// Markdown as a flat list of blocks: cmark-gfm behind bounds, no node is visible.

#ifndef ASSAY_CMARKDOWN_H
#define ASSAY_CMARKDOWN_H

#include <stdint.h>

#include <ptrcheck.h>

#define ASSAY_COUNTED(n) __counted_by(n)
#define ASSAY_BORROWED __attribute__((noescape))

// What a record tells of. A row follows its table, a cell its row, in the order of the page.
enum {
  ASSAY_MARKDOWN_OTHER = 0,    // the beginning or end of a list or a quotation
  ASSAY_MARKDOWN_HEADING = 1,  // text; detail: the level
  ASSAY_MARKDOWN_FENCE = 2,    // info and text of a fenced code block
  ASSAY_MARKDOWN_HTML = 3,     // text
  ASSAY_MARKDOWN_TABLE = 4,
  ASSAY_MARKDOWN_ROW = 5,      // detail: 1 for the header
  ASSAY_MARKDOWN_CELL = 6,     // text; detail: 1 where all of it is in italics
  ASSAY_MARKDOWN_INDENTED = 7, // text of an indented code block
  ASSAY_MARKDOWN_PARAGRAPH = 8,
};

// Writes the records as far as they fit; returns the length of all, or -1.
// A record: kind and detail, a byte each; line; length and bytes of info; length and bytes of text.
// Numbers have four bytes, the lowest first.
int assay_markdown_flatten(const uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED page, int count,
                           uint8_t *ASSAY_COUNTED(capacity) ASSAY_BORROWED records, int capacity);

// A node of the tree of a page: first those that have children and an end, then the leaves.
enum {
  ASSAY_NODE_END = 0,
  ASSAY_NODE_GROUP = 1,        // the page itself
  ASSAY_NODE_PARAGRAPH = 2,
  ASSAY_NODE_HEADING = 3,      // detail: the level
  ASSAY_NODE_QUOTE = 4,
  ASSAY_NODE_LIST = 5,         // detail: 1 numbered + 2 tight; info: the first number
  ASSAY_NODE_ITEM = 6,
  ASSAY_NODE_TABLE = 7,
  ASSAY_NODE_ROW = 8,          // detail: 1 for the header
  ASSAY_NODE_CELL = 9,         // detail: the letter l, c or r where it is aligned
  ASSAY_NODE_EMPHASIS = 10,
  ASSAY_NODE_STRONG = 11,
  ASSAY_NODE_LINK = 12,        // info: where to; text: the title
  ASSAY_NODE_IMAGE = 13,       // the same
  ASSAY_NODE_FIRST_LEAF = 14,
  ASSAY_NODE_TEXT = 14,        // text, as of the other leaves
  ASSAY_NODE_CODE = 15,
  ASSAY_NODE_CODE_BLOCK = 16,  // info: the words after the fence
  ASSAY_NODE_HTML = 17,
  ASSAY_NODE_HTML_BLOCK = 18,
  ASSAY_NODE_RULE = 19,
  ASSAY_NODE_SOFT_BREAK = 20,
  ASSAY_NODE_LINE_BREAK = 21,
};

// The same for the nodes of a page: a record where a node begins, and one where it ends.
int assay_markdown_tree(const uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED page, int count,
                        uint8_t *ASSAY_COUNTED(capacity) ASSAY_BORROWED records, int capacity);

#endif
