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

static struct bench_run measure(const char *program, char *arguments[], const char *output) {
  struct bench_run run = {.status = -1};
  posix_spawn_file_actions_t actions;
  struct rusage usage;
  int64_t start = bench_now();
  int status = 0;
  pid_t child;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0600);
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

struct bench_run bench_verify(const char *program, int jobs, const char *file) {
  char number[16];
  char *arguments[] = {(char *)program, "verify", "--jobs", number, (char *)file, NULL};
  snprintf(number, sizeof number, "%d", jobs);
  return measure(program, arguments, "/dev/null");
}

struct bench_run bench_generate(const char *program, const char *format, int64_t count,
                                const char *file) {
  char number[24];
  char *arguments[] = {(char *)program, "generate", "--format", (char *)format,
                       "--count",       number,     NULL};
  snprintf(number, sizeof number, "%lld", (long long)count);
  return measure(program, arguments, file);
}

struct bench_run bench_prove(const char *program, const char *file) {
  char *arguments[] = {(char *)program, "prove", (char *)file, NULL};
  return measure(program, arguments, "/dev/null");
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
