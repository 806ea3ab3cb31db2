// SPDX-License-Identifier: MIT
// TCP as a client needs it, with bounds and deadlines. Linux.

#ifndef ASSAY_CSOCKETS_H
#define ASSAY_CSOCKETS_H

#include <stdint.h>

#include <ptrcheck.h>

#define ASSAY_COUNTED(n) __counted_by(n)
#define ASSAY_BORROWED __attribute__((noescape))

// Functions that can fail return a negative errno; -ETIMEDOUT where the time is over, -ENOENT where
// the host has no address. None raises SIGPIPE.

// Connects to the first address that answers.
int assay_socket_connect(const uint8_t *ASSAY_COUNTED(host_count) ASSAY_BORROWED host,
                         int host_count, int port, int milliseconds);
// Writes everything.
int assay_socket_write(int file, const uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED bytes,
                       int count, int milliseconds);
// Waits for some bytes; 0 where the other side has closed.
int assay_socket_read(int file, uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED bytes, int count,
                      int milliseconds);
void assay_socket_close(int file);

int64_t assay_socket_milliseconds(void);

#endif
