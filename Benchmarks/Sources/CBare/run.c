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

// The words of a line, in its own memory.
static void split(char *line, char *words[], size_t count) {
  size_t found = 0;
  for (char *word = strtok(line, " "); word && found + 1 < count; word = strtok(NULL, " "))
    words[found++] = word;
  words[found] = NULL;
}

struct bench_run bench_run(const char *line, const char *input, const char *output) {
  struct bench_run run = {.status = -1};
  posix_spawn_file_actions_t actions;
  struct rusage usage;
  char *words[32], *copy = strdup(line);
  int64_t start = bench_now();
  int status = 0;
  pid_t child;
  split(copy, words, sizeof words / sizeof *words);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (words[0] && !posix_spawnp(&child, words[0], &actions, NULL, words, environ) &&
      wait4(child, &status, 0, &usage) == child && WIFEXITED(status)) {
    run.status = WEXITSTATUS(status);
    run.seconds = (bench_now() - start) / 1e9;
    run.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    run.max_rss_kib = usage.ru_maxrss;
  }
  posix_spawn_file_actions_destroy(&actions);
  free(copy);
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
