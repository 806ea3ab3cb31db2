// SPDX-License-Identifier: MIT
#define _GNU_SOURCE

#include "CFiles.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

// A path with the NUL that the system wants; none inside.
static int terminate(const uint8_t *path, int count, char out[PATH_MAX]) {
  if (count <= 0 || count >= PATH_MAX) return -ENAMETOOLONG;
  if (memchr(path, 0, (size_t)count)) return -EINVAL;
  memcpy(out, path, (size_t)count);
  out[count] = 0;
  return 0;
}

static int open_with(const uint8_t *path, int count, int flags) {
  char name[PATH_MAX];
  int status = terminate(path, count, name);
  if (status) return status;
  do status = open(name, flags | O_CLOEXEC, 0666);
  while (status < 0 && errno == EINTR);
  return status < 0 ? -errno : status;
}

int assay_file_open(const uint8_t *path, int count) { return open_with(path, count, O_RDONLY); }

int assay_file_create(const uint8_t *path, int count) {
  return open_with(path, count, O_WRONLY | O_CREAT | O_TRUNC);
}

int assay_file_append(const uint8_t *path, int count) {
  return open_with(path, count, O_WRONLY | O_CREAT | O_APPEND);
}

int assay_file_read(int file, uint8_t *bytes, int count, int start) {
  ssize_t got;
  if (start < 0 || start > count) return -EINVAL;
  do got = read(file, bytes + start, (size_t)(count - start));
  while (got < 0 && errno == EINTR);
  return got < 0 ? -errno : (int)got;
}

int assay_file_write(int file, const uint8_t *bytes, int count) {
  ssize_t put;
  do put = write(file, bytes, (size_t)count);
  while (put < 0 && errno == EINTR);
  return put < 0 ? -errno : (int)put;
}

void assay_file_close(int file) { close(file); }

int assay_file_kind(const uint8_t *path, int count) {
  char name[PATH_MAX];
  struct stat found;
  if (terminate(path, count, name) || stat(name, &found)) return 0;
  return S_ISDIR(found.st_mode) ? 2 : 1;
}

int assay_file_remove(const uint8_t *path, int count) {
  char name[PATH_MAX];
  int status = terminate(path, count, name);
  if (status) return status;
  return unlink(name) && errno != ENOENT ? -errno : 0;
}

int assay_folder_create(const uint8_t *path, int count) {
  char name[PATH_MAX];
  int status = terminate(path, count, name);
  if (status) return status;
  return mkdir(name, 0777) && errno != EEXIST ? -errno : 0;
}

int assay_folder_names(const uint8_t *path, int count, uint8_t *names, int capacity) {
  char name[PATH_MAX];
  int status = terminate(path, count, name), length = 0;
  if (status) return status;
  DIR *folder = opendir(name);
  if (!folder) return -errno;
  for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
    int size = (int)strlen(entry->d_name) + 1;
    if (length + size <= capacity) memcpy(names + length, entry->d_name, (size_t)size);
    length += size;
  }
  closedir(folder);
  return length;
}

static int copy(const char *text, uint8_t *out, int capacity) {
  int length = (int)strlen(text);
  if (length > capacity) return -ERANGE;
  memcpy(out, text, (size_t)length);
  return length;
}

int assay_folder_make_temporary(uint8_t *path, int capacity) {
  const char *base = getenv("TMPDIR");
  char name[PATH_MAX];
  int length = snprintf(name, sizeof name, "%s/assay-XXXXXX", base && *base ? base : "/tmp");
  if (length >= (int)sizeof name) return -ENAMETOOLONG;
  if (!mkdtemp(name)) return -errno;
  return copy(name, path, capacity);
}

int assay_link(const uint8_t *target, int target_count, const uint8_t *path, int count) {
  char from[PATH_MAX], whole[PATH_MAX], to[PATH_MAX];
  int status = terminate(target, target_count, from);
  if (!status) status = terminate(path, count, to);
  if (status) return status;
  return realpath(from, whole) && !symlink(whole, to) ? 0 : -errno;
}

static int remove_entry(const char *path, const struct stat *found, int type, struct FTW *walk) {
  (void)found, (void)type, (void)walk;
  return remove(path);
}

int assay_folder_remove(const uint8_t *path, int count) {
  char name[PATH_MAX];
  int status = terminate(path, count, name);
  if (status) return status;
  return nftw(name, remove_entry, 8, FTW_DEPTH | FTW_PHYS) ? -errno : 0;
}

int assay_environment(const uint8_t *name, int count, uint8_t *value, int capacity) {
  char key[PATH_MAX];
  int status = terminate(name, count, key);
  const char *found = status ? NULL : getenv(key);
  return found ? copy(found, value, capacity) : -ENOENT;
}

int assay_executable_path(uint8_t *path, int capacity) {
  ssize_t length = readlink("/proc/self/exe", (char *)path, (size_t)capacity);
  return length < 0 ? -errno : (int)length;
}

// time() may lag some milliseconds behind what others read, and so be a second behind.
int64_t assay_seconds_since_1970(void) {
  struct timespec now;
  return clock_gettime(CLOCK_REALTIME, &now) ? 0 : (int64_t)now.tv_sec;
}

int assay_random(uint8_t *bytes, int count) {
  return getentropy(bytes, (size_t)count) ? -errno : 0;
}

int assay_is_terminal(int file) { return isatty(file); }

int assay_processor_count(void) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : (int)count;
}

void assay_exit(int status) { exit(status); }

void assay_rest(void) {
  for (;;) pause();
}
