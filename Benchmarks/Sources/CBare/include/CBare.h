// SPDX-License-Identifier: MIT
// What the benchmarks compare with: the cipher alone, and a command as its user meets it.

#ifndef BENCH_CBARE_H
#define BENCH_CBARE_H

#include <stdint.h>

enum { BARE_CBC_OPEN, BARE_CBC_SEAL, BARE_GCM_OPEN, BARE_GCM_SEAL };

// Nanoseconds of a clock that never goes back.
int64_t bench_now(void);

// Nanoseconds that `repetitions` EVP calls take on `count` bytes of text in one reused context.
// The key is set in each call where `rekeys`, else once before the clock starts; the IV always.
int64_t bench_bare(int operation, int count, int repetitions, int rekeys);

// Nanoseconds that `repetitions` HMAC-SHA256 over `count` bytes take in one reused context.
int64_t bench_hmac(int count, int repetitions, int rekeys);

// Nanoseconds that three HMAC-SHA256 as in an AccessToken 007, over `count` bytes in the last, and
// the inflating or deflating of a signature and these bytes take; contexts and streams are reused.
int64_t bench_sealed(const uint8_t *info, int count, int repetitions, int deflates);

// Nanoseconds that Jansson takes to read an object `repetitions` times and to find its auth_token.
int64_t bench_json(const uint8_t *text, int count, int repetitions);

struct bench_run {
  int status;          // the exit status, or -1
  double seconds;      // on the wall
  double cpu_seconds;  // user and system
  int64_t max_rss_kib; // the most memory that was resident
};

// Runs a command, words with blanks between, with a file as its input and one for its output.
struct bench_run bench_run(const char *line, const char *input, const char *output);

// Writes the first line of `source`, then its other lines below 1 KB again and again until there
// are `rows`; returns how many rows were written, or -1.
int64_t bench_repeat_rows(const char *source, const char *target, int64_t rows);

// Starts `PROGRAM pong ANSWERS`, writes it the lines of a file, the first alone and then so many
// ahead of its answers, and reads these; nanoseconds from the start to its end, or -1.
int64_t bench_ping(const char *program, const char *questions, const char *answers, int window);

// The other side: writes a line of the file for each line that it reads. Returns an exit status.
int bench_pong(const char *answers);

#endif
