// SPDX-License-Identifier: MIT
// A child process that is run to its end.

#ifndef ASSAY_CSPAWN_H
#define ASSAY_CSPAWN_H

#include <ptrcheck.h>
#include <stdint.h>

typedef struct {
  int status; // the exit status; -1 not started, -2 ended by a signal, -3 out of time
  int output; // how many bytes it wrote, as far as they fit
} assay_child;

// Runs words[0], each word with a NUL after it, in a process group of its own. The input goes to
// its standard input, its standard output into the buffer; its standard error is the caller's.
// At the time limit the whole group is killed.
assay_child assay_run_child(
    const uint8_t *__counted_by(words_count) __attribute__((noescape)) words, int words_count,
    const uint8_t *__counted_by(input_count) __attribute__((noescape)) input, int input_count,
    uint8_t *__counted_by(capacity) __attribute__((noescape)) output, int capacity,
    int milliseconds);

#endif
