// SPDX-License-Identifier: MIT
#define _GNU_SOURCE

#include "CBare.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

extern char **environ;

static double seconds(struct timeval time) { return time.tv_sec + time.tv_usec / 1e6; }

struct bench_run bench_verify(const char *program, int jobs, const char *file) {
  struct bench_run run = {.status = -1};
  char number[16];
  char *arguments[] = {(char *)program, "verify", "--jobs", number, (char *)file, NULL};
  posix_spawn_file_actions_t actions;
  struct rusage usage;
  int64_t start = bench_now();
  int status = 0;
  pid_t child;
  snprintf(number, sizeof number, "%d", jobs);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  if (!posix_spawn(&child, program, &actions, NULL, arguments, environ) &&
      wait4(child, &status, 0, &usage) == child && WIFEXITED(status)) {
    run.status = WEXITSTATUS(status);
    run.seconds = (bench_now() - start) / 1e9;
    run.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    run.max_rss_kib = usage.ru_maxrss;
  }
  posix_spawn_file_actions_destroy(&actions);
  return run;
}

int64_t bench_repeat_rows(const char *source, const char *target, int64_t rows) {
  FILE *in = fopen(source, "r"), *out = fopen(target, "w");
  char *line = NULL;
  size_t capacity = 0;
  int64_t written = 0, before = -1;
  ssize_t length;
  if (in && out && (length = getline(&line, &capacity, in)) > 0) {
    long rest = ftell(in);
    fwrite(line, 1, (size_t)length, out);
    while (written < rows && written != before) {
      before = written;
      fseek(in, rest, SEEK_SET);
      while (written < rows && (length = getline(&line, &capacity, in)) > 0)
        if (length < 1024) fwrite(line, 1, (size_t)length, out), written++;
    }
  }
  free(line);
  if (in) fclose(in);
  if (out && fclose(out)) written = -1;
  return written ? written : -1;
}
