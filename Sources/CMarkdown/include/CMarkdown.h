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
  ASSAY_MARKDOWN_CODE = 9,     // text of code inside a heading, a paragraph or a cell
};

// Writes the records as far as they fit; returns the length of all, or -1.
// A record: kind and detail, a byte each; line; length and bytes of info; length and bytes of text.
// Numbers have four bytes, the lowest first.
int assay_markdown_flatten(const uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED page, int count,
                           uint8_t *ASSAY_COUNTED(capacity) ASSAY_BORROWED records, int capacity);

#endif
