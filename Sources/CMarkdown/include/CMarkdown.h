// SPDX-License-Identifier: MIT
// cmark-gfm behind bounds: a Markdown text as a flat list of blocks.

#ifndef ASSAY_CMARKDOWN_H
#define ASSAY_CMARKDOWN_H

#include <ptrcheck.h>
#include <stdint.h>

// Writes the blocks of a document, as far as they fit; returns the number of bytes of all.
// A block is: kind (1 byte), line (4 bytes, little endian), then two texts, each with its length
// in 4 bytes before it. Kinds: 1 heading (text), 2 code (info, text), 3 HTML (text),
// 4 header of a table and 5 row of a table (cells, a byte 0x1F after each), 6 anything else.
int assay_markdown_blocks(const uint8_t *__counted_by(count) __attribute__((noescape)) text,
                          int count,
                          uint8_t *__counted_by(capacity) __attribute__((noescape)) blocks,
                          int capacity);

#endif
