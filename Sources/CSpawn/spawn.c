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
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static int terminated(const uint8_t *bytes, int count) { return count > 0 && !bytes[count - 1]; }

// The first of the strings that a NUL ends each, in new memory: `extra` places stay free in front.
static char **list(const uint8_t *bytes, int count, size_t extra) {
  size_t length = extra;
  for (int i = 0; i < count; i++) length += !bytes[i];
  char **words = calloc(length + 1, sizeof *words);
  if (!words) return NULL;
  for (int i = 0, start = 1; i < count; i++) {
    if (start) words[extra++] = (char *)bytes + i;
    start = !bytes[i];
  }
  return words;
}

static int is_replaced(const char *entry, char **settings) {
  const char *end = strchr(entry, '=');
  size_t length = end ? (size_t)(end - entry) + 1 : strlen(entry) + 1;
  for (; *settings; settings++)
    if (!strncmp(*settings, entry, length)) return 1;
  return 0;
}

// Our environment without what is set anew, then the settings.
static char **surroundings(const uint8_t *settings, int count) {
  size_t inherited = 0, kept = 0;
  while (environ && environ[inherited]) inherited++;
  char **all = list(settings, count, inherited);
  if (!all) return NULL;
  for (size_t i = 0; i < inherited; i++)
    if (!is_replaced(environ[i], all + inherited)) all[kept++] = environ[i];
  size_t next = inherited;
  do all[kept++] = all[next];
  while (all[next++]);
  return all;
}

// The three streams, then the leash: ours are the ends that write into what the child reads.
enum { LEASH = 3, PIPES };

static int is_ours(int pipe, int end) { return end == (pipe == 0 || pipe == LEASH); }

// A pipe above what the child gets; the end that is ours does not block.
static int make_pipe(int ends[2], int ours) {
  if (pipe2(ends, O_CLOEXEC)) {
    ends[0] = ends[1] = -1;
    return -errno;
  }
  for (int i = 0; i < 2; i++) {
    if (ends[i] >= PIPES) continue;
    int moved = fcntl(ends[i], F_DUPFD_CLOEXEC, PIPES);
    if (moved < 0) return -errno;
    close(ends[i]);
    ends[i] = moved;
  }
  return fcntl(ends[ours], F_SETFL, O_NONBLOCK) ? -errno : 0;
}

static int set_attributes(posix_spawnattr_t *attributes) {
  sigset_t all, none;
  sigfillset(&all);
  sigdelset(&all, SIGKILL);
  sigdelset(&all, SIGSTOP);
  sigemptyset(&none);
  short flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
  int status = posix_spawnattr_setflags(attributes, flags);
  if (!status) status = posix_spawnattr_setpgroup(attributes, 0);
  if (!status) status = posix_spawnattr_setsigdefault(attributes, &all);
  if (!status) status = posix_spawnattr_setsigmask(attributes, &none);
  return status;
}

static int set_actions(posix_spawn_file_actions_t *actions, const char *directory,
                       int pipes[PIPES][2]) {
  int status = 0;
  for (int i = 0; i < PIPES && !status; i++)
    status = posix_spawn_file_actions_adddup2(actions, pipes[i][is_ours(i, 0)], i);
  if (!status) status = posix_spawn_file_actions_addclosefrom_np(actions, PIPES);
  if (!status && directory) status = posix_spawn_file_actions_addchdir_np(actions, directory);
  return status;
}

static int start(char **words, char **settings, const char *directory, int pipes[PIPES][2],
                 pid_t *process) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  int status = posix_spawnattr_init(&attributes);
  if (status) return -status;
  status = posix_spawn_file_actions_init(&actions);
  if (!status) {
    status = set_attributes(&attributes);
    if (!status) status = set_actions(&actions, directory, pipes);
    if (!status)
      status = posix_spawnp(process, words[0], &actions, &attributes, words, settings);
    posix_spawn_file_actions_destroy(&actions);
  }
  posix_spawnattr_destroy(&attributes);
  return -status;
}

static void close_all(int pipes[PIPES][2], int theirs, int ours) {
  for (int i = 0; i < PIPES; i++)
    for (int end = 0; end < 2; end++)
      if (pipes[i][end] >= 0 && (is_ours(i, end) ? ours : theirs)) close(pipes[i][end]);
}

// Nothing is ever written to the leash, so that its only news is that we have ended, however that
// came about; then the kernel kills the group for us.
static void tie(int leash, pid_t process) {
  if (!fcntl(leash, F_SETOWN, -process) && !fcntl(leash, F_SETSIG, SIGKILL))
    fcntl(leash, F_SETFL, O_ASYNC);
}

static int start_with_pipes(char **words, char **settings, const char *directory, int32_t *child) {
  int pipes[PIPES][2] = {{-1, -1}, {-1, -1}, {-1, -1}, {-1, -1}}, status = 0;
  pid_t process = -1;
  for (int i = 0; i < PIPES && !status; i++) status = make_pipe(pipes[i], is_ours(i, 1));
  if (!status) status = start(words, settings, directory, pipes, &process);
  if (!status) tie(pipes[LEASH][0], process);
  close_all(pipes, 1, status != 0);
  if (status) return status;
  child[ASSAY_CHILD_PROCESS] = process;
  for (int i = 0; i < 3; i++) child[ASSAY_CHILD_INPUT + i] = pipes[i][i == 0];
  child[ASSAY_CHILD_WATCH] = pidfd_open(process, 0);
  child[ASSAY_CHILD_LEASH] = pipes[LEASH][1];
  return 0;
}

int assay_child_start(const uint8_t *words, int word_count, const uint8_t *settings,
                      int setting_count, const uint8_t *directory, int directory_count,
                      int32_t *child, int child_count) {
  if (!terminated(words, word_count) || !terminated(directory, directory_count)) return -EINVAL;
  if (setting_count && !terminated(settings, setting_count)) return -EINVAL;
  if (child_count < ASSAY_CHILD_COUNT) return -EINVAL;
  char **argv = list(words, word_count, 0);
  char **envp = surroundings(settings, setting_count);
  const char *place = directory_count > 1 ? (const char *)directory : NULL;
  int status = argv && envp ? start_with_pipes(argv, envp, place, child) : -ENOMEM;
  free(argv);
  free(envp);
  return status;
}

int assay_child_poll(const int32_t *files, int count, int32_t *ready, int ready_count,
                     int milliseconds) {
  struct pollfd asked[8];
  if (count > 8 || ready_count < count) return -EINVAL;
  for (int i = 0; i < count; i++)
    asked[i] = (struct pollfd){.fd = files[i], .events = i ? POLLIN : POLLOUT};
  int status = poll(asked, (nfds_t)count, milliseconds);
  if (status < 0 && errno != EINTR) return -errno;
  for (int i = 0; i < count; i++) ready[i] = status > 0 && asked[i].revents;
  return status < 0 ? 0 : status;
}

// SIGPIPE goes to the thread that writes: it is held back, and taken where this write raised it.
int assay_child_write(int file, const uint8_t *bytes, int count) {
  sigset_t broken, before, waiting;
  sigemptyset(&broken);
  sigaddset(&broken, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &broken, &before);
  sigpending(&waiting);
  ssize_t put;
  do put = write(file, bytes, (size_t)count);
  while (put < 0 && errno == EINTR);
  int status = put < 0 ? -errno : (int)put;
  struct timespec now = {0, 0};
  if (status == -EPIPE && !sigismember(&waiting, SIGPIPE))
    while (sigtimedwait(&broken, NULL, &now) < 0 && errno == EINTR) continue;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return status;
}

int assay_child_read(int file, uint8_t *bytes, int count) {
  ssize_t got;
  do got = read(file, bytes, (size_t)count);
  while (got < 0 && errno == EINTR);
  return got < 0 ? -errno : (int)got;
}

void assay_child_close(int file) { close(file); }

int assay_child_has_ended(int process) {
  siginfo_t info = {0};
  int status;
  do status = waitid(P_PID, (id_t)process, &info, WEXITED | WNOHANG | WNOWAIT);
  while (status && errno == EINTR);
  return status || info.si_pid == process;
}

void assay_child_kill(int process) {
  if (process > 0) kill(-process, SIGKILL);
}

int assay_child_reap(int process) {
  int status;
  pid_t reaped;
  do reaped = waitpid(process, &status, 0);
  while (reaped < 0 && errno == EINTR);
  if (reaped < 0) return -errno;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status);
}

int64_t assay_child_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
