// SPDX-License-Identifier: MIT
// Records that tell of the nodes of a page.

#ifndef ASSAY_RECORDS_H
#define ASSAY_RECORDS_H

#include <cmark-gfm.h>
#include <stddef.h>
#include <stdint.h>

// Counts everything, keeps what fits.
struct records {
  uint8_t *bytes;
  size_t capacity, length;
};

void assay_put(struct records *out, const void *bytes, size_t count);
void assay_put_number(struct records *out, size_t value);
void assay_put_text(struct records *out, const char *text);
void assay_put_head(struct records *out, int kind, int detail, cmark_node *node);

// Parses a page and lets `put` write its records; returns the length of all, or -1.
int assay_write_page(const uint8_t *page, int count, uint8_t *bytes, int capacity,
                     void (*put)(struct records *out, cmark_node *root));

#endif
