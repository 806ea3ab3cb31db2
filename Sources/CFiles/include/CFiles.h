// SPDX-License-Identifier: MIT
// The few calls to the operating system that the tool needs, with bounds.

#ifndef ASSAY_CFILES_H
#define ASSAY_CFILES_H

#include <ptrcheck.h>
#include <stdint.h>

#define ASSAY_COUNTED(n) __counted_by(n)
#define ASSAY_BORROWED __attribute__((noescape))

// Functions that can fail return a negative errno.

int assay_file_open(const uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED path, int count);
int assay_file_create(const uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED path, int count);
int assay_file_append(const uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED path, int count);
// Reads into the buffer from `start` to its end.
int assay_file_read(int file, uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED bytes, int count,
                    int start);
int assay_file_write(int file, const uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED bytes, int count);
void assay_file_close(int file);

// 0 nothing there, 1 a file, 2 a folder.
int assay_file_kind(const uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED path, int count);

// A file that is not there is removed already.
int assay_file_remove(const uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED path, int count);

int assay_folder_create(const uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED path, int count);

// Makes a new folder where temporary files go; writes its path and returns the length.
int assay_folder_make_temporary(uint8_t *ASSAY_COUNTED(capacity) ASSAY_BORROWED path, int capacity);

// Makes a symbolic link at a path to something that is there.
int assay_link(const uint8_t *ASSAY_COUNTED(target_count) ASSAY_BORROWED target, int target_count,
               const uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED path, int count);

// Removes a folder and everything in it; links are removed, not followed.
int assay_folder_remove(const uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED path, int count);

// Writes the names in a folder, a NUL after each, as far as they fit; returns the length of all.
int assay_folder_names(const uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED path, int count,
                       uint8_t *ASSAY_COUNTED(capacity) ASSAY_BORROWED names, int capacity);

int assay_environment(const uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED name, int count,
                      uint8_t *ASSAY_COUNTED(capacity) ASSAY_BORROWED value, int capacity);
int assay_executable_path(uint8_t *ASSAY_COUNTED(capacity) ASSAY_BORROWED path, int capacity);

int64_t assay_seconds_since_1970(void);
int assay_random(uint8_t *ASSAY_COUNTED(count) ASSAY_BORROWED bytes, int count);
int assay_is_terminal(int file);
int assay_processor_count(void);
void assay_exit(int status) __attribute__((noreturn));
// Lets the thread rest until another one ends the process.
void assay_rest(void) __attribute__((noreturn));

#endif
