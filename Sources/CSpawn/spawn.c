// SPDX-License-Identifier: MIT
#define _GNU_SOURCE

#include "CSpawn.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST_WORDS 256

extern char **environ;

static int64_t now_in_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static pid_t start(char *const words[], int in, int out) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t defaults;
  pid_t child = -1;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, in, 0);
  posix_spawn_file_actions_adddup2(&actions, out, 1);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  if (posix_spawn(&child, words[0], &actions, &attributes, words, environ)) child = -1;
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return child;
}

// Feeds the input and collects the output until both ends are closed; false at the time limit.
static int converse(int to, int from, const uint8_t *input, int input_count, uint8_t *output,
                    int capacity, int *length, int64_t deadline) {
  int sent = 0;
  uint8_t spill[4096];
  if (input_count == 0) {
    close(to);
    to = -1;
  }
  for (;;) {
    struct pollfd ends[2] = {{from, POLLIN, 0}, {to, POLLOUT, 0}};
    int64_t left = deadline - now_in_milliseconds();
    if (left <= 0) break;
    if (poll(ends, to < 0 ? 1 : 2, (int)left) < 0 && errno != EINTR) break;
    if (to >= 0 && ends[1].revents) {
      ssize_t put = write(to, input + sent, (size_t)(input_count - sent));
      if (put > 0) sent += (int)put;
      if (sent == input_count || (put < 0 && errno != EAGAIN && errno != EINTR)) {
        close(to);
        to = -1;
      }
    }
    if (ends[0].revents) {
      int room = capacity - *length;
      ssize_t got = read(from, room ? output + *length : spill, room ? (size_t)room : sizeof spill);
      if (got == 0) {
        if (to >= 0) close(to);
        return 1;
      }
      if (got > 0 && room) *length += (int)got;
      if (got < 0 && errno != EINTR && errno != EAGAIN) break;
    }
  }
  if (to >= 0) close(to);
  return 0;
}

static int wait_for(pid_t child, int in_time) {
  int status = 0;
  if (!in_time) kill(-child, SIGKILL);
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  kill(-child, SIGKILL);
  if (!in_time) return -3;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -2;
}

assay_child assay_run_child(const uint8_t *words, int words_count, const uint8_t *input,
                            int input_count, uint8_t *output, int capacity, int milliseconds) {
  assay_child result = {-1, 0};
  int to[2], from[2], count = 0;
  char *list[MOST_WORDS + 1] = {0}, *text = malloc((size_t)words_count + 1);
  if (!text) return result;
  memcpy(text, words, (size_t)words_count);
  text[words_count] = 0;
  for (char *word = text; word < text + words_count && count < MOST_WORDS; word += strlen(word) + 1)
    list[count++] = word;
  if (pipe2(to, O_CLOEXEC)) goto no_pipe;
  if (pipe2(from, O_CLOEXEC)) goto one_pipe;
  void (*before)(int) = signal(SIGPIPE, SIG_IGN);
  pid_t child = count ? start(list, to[0], from[1]) : -1;
  close(to[0]);
  close(from[1]);
  if (child < 0) {
    close(to[1]);
  } else {
    int64_t deadline = now_in_milliseconds() + milliseconds;
    fcntl(to[1], F_SETFL, O_NONBLOCK);
    int in_time =
        converse(to[1], from[0], input, input_count, output, capacity, &result.output, deadline);
    result.status = wait_for(child, in_time);
  }
  close(from[0]);
  signal(SIGPIPE, before);
  free(text);
  return result;
one_pipe:
  close(to[0]);
  close(to[1]);
no_pipe:
  free(text);
  return result;
}
