// SPDX-License-Identifier: MIT
// Child processes: what POSIX has for them, with bounds. Linux.

#ifndef ASSAY_CSPAWN_H
#define ASSAY_CSPAWN_H

#include <stdint.h>

#include <ptrcheck.h>

#define ASSAY_COUNTED(n) __counted_by(n)
#define ASSAY_BORROWED __attribute__((noescape))

// Functions that can fail return a negative errno.

// What a start gives: the process, our ends of its three streams, what tells of its end (negative
// where the kernel cannot), and a leash: the kernel kills the group where nobody holds that any more.
enum {
  ASSAY_CHILD_PROCESS = 0,
  ASSAY_CHILD_INPUT = 1,
  ASSAY_CHILD_OUTPUT = 2,
  ASSAY_CHILD_ERRORS = 3,
  ASSAY_CHILD_WATCH = 4,
  ASSAY_CHILD_LEASH = 5,
  ASSAY_CHILD_COUNT = 6,
};

// Starts a process as the leader of a group of its own, with default signals and no descriptor but
// its three streams and the other end of the leash. `words` are the executable and its arguments, `settings` are NAME=VALUE that
// replace what is inherited, `directory` is where it starts (empty: here); a NUL ends each of them.
int assay_child_start(const uint8_t *ASSAY_COUNTED(word_count) ASSAY_BORROWED words,
                      int word_count,
                      const uint8_t *ASSAY_COUNTED(setting_count) ASSAY_BORROWED settings,
                      int setting_count,
                      const uint8_t *ASSAY_COUNTED(directory_count) ASSAY_BORROWED directory,
                      int directory_count, int32_t *ASSAY_COUNTED(child_count) ASSAY_BORROWED child,
                      int child_count);

// Waits until a descriptor is ready or the time is over, and marks those that are ready with 1.
// The first one is written to, the others are read; negative ones are left out.
int assay_child_poll(const int32_t *ASSAY_COUNTED(count) ASSAY_BORROWED files, int count,
                     int32_t *ASSAY_COUNTED(ready_count) ASSAY_BORROWED ready, int ready_count,
                     int milliseconds);

// Neither blocks (-EAGAIN) nor raises SIGPIPE (-EPIPE).
int assay_child_write(int file, const uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED bytes,
                      int count);
int assay_child_read(int file, uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED bytes, int count);
void assay_child_close(int file);

// 1 where the process has ended; it stays a zombie, so that its number stays its own.
int assay_child_has_ended(int process);
// Kills the group of a process that is not reaped yet.
void assay_child_kill(int process);
// Waits for the end: its exit status, or 256 and the signal that ended it.
int assay_child_reap(int process);

int64_t assay_child_milliseconds(void);

#endif
