// SPDX-License-Identifier: MIT
#define _GNU_SOURCE

#include "CBare.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

#define CHUNK (1 << 16)

struct text {
  char *bytes;
  size_t length, offset;
};

static struct text contents(const char *file) {
  struct text text = {0};
  struct stat info;
  FILE *in = fopen(file, "r");
  if (in && !fstat(fileno(in), &info) && (text.bytes = malloc((size_t)info.st_size + 1)))
    text.length = fread(text.bytes, 1, (size_t)info.st_size, in);
  if (in) fclose(in);
  return text;
}

// Where the lines that begin at an offset end.
static size_t after(const struct text *text, size_t offset, int lines) {
  while (lines-- > 0 && offset < text->length) {
    char *end = memchr(text->bytes + offset, '\n', text->length - offset);
    offset = end ? (size_t)(end - text->bytes) + 1 : text->length;
  }
  return offset;
}

static int lines_in(const char *bytes, ssize_t count) {
  int lines = 0;
  for (ssize_t i = 0; i < count; i++) lines += bytes[i] == '\n';
  return lines;
}

int bench_pong(const char *answers) {
  struct text text = contents(answers);
  static char chunk[CHUNK];
  ssize_t count;
  while ((count = read(0, chunk, sizeof chunk)) > 0) {
    size_t end = after(&text, text.offset, lines_in(chunk, count));
    while (text.offset < end) {
      ssize_t put = write(1, text.bytes + text.offset, end - text.offset);
      if (put < 0) return 1;
      text.offset += (size_t)put;
    }
  }
  free(text.bytes);
  return 0;
}

// Starts the other side; our ends of its pipes, of which the first does not block.
static pid_t start(const char *program, const char *answers, int ours[2]) {
  int in[2], out[2];
  char *arguments[] = {(char *)program, "pong", (char *)answers, NULL};
  posix_spawn_file_actions_t actions;
  pid_t child = -1;
  if (pipe2(in, O_CLOEXEC) || pipe2(out, O_CLOEXEC)) return -1;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], 0);
  posix_spawn_file_actions_adddup2(&actions, out[1], 1);
  if (posix_spawn(&child, program, &actions, NULL, arguments, environ)) child = -1;
  posix_spawn_file_actions_destroy(&actions);
  close(in[0]);
  close(out[1]);
  fcntl(in[1], F_SETFL, O_NONBLOCK);
  ours[0] = in[1];
  ours[1] = out[0];
  return child;
}

// Writes the lines up to an offset, as far as the pipe has room.
static int send_lines(int file, struct text *text, size_t end) {
  while (text->offset < end) {
    ssize_t put = write(file, text->bytes + text->offset, end - text->offset);
    if (put < 0) return 0;
    text->offset += (size_t)put;
  }
  return 1;
}

int64_t bench_ping(const char *program, const char *questions, const char *answers, int window) {
  struct text text = contents(questions);
  static char chunk[CHUNK];
  int64_t begin = bench_now();
  int files[2], total = lines_in(text.bytes, (ssize_t)text.length), sent = 0, got = 0, status = 1;
  pid_t child = start(program, answers, files);
  size_t end = 0;
  // The first line, the hello, goes alone; the last, the bye, has no answer.
  while (child > 0 && got < total - 1) {
    int allowed = !got ? 1 : got + window < total ? got + window : total;
    end = after(&text, end, allowed - sent);
    sent = allowed;
    int is_sent = send_lines(files[0], &text, end);
    struct pollfd ready[] = {{.fd = is_sent ? -1 : files[0], .events = POLLOUT},
                             {.fd = files[1], .events = POLLIN}};
    poll(ready, 2, -1);
    if (!ready[1].revents) continue;
    ssize_t count = read(files[1], chunk, sizeof chunk);
    if (count <= 0) break;
    got += lines_in(chunk, count);
  }
  close(files[0]);
  close(files[1]);
  if (child > 0) waitpid(child, &status, 0);
  free(text.bytes);
  return got == total - 1 && !status ? bench_now() - begin : -1;
}
