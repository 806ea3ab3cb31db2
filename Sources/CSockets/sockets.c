// SPDX-License-Identifier: MIT
#define _GNU_SOURCE

#include "CSockets.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define LONGEST_HOST 256

int64_t assay_socket_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// Waits until a socket is ready or a moment has come.
static int await(int file, short events, int64_t deadline) {
  for (;;) {
    int64_t left = deadline - assay_socket_milliseconds();
    struct pollfd entry = {.fd = file, .events = events};
    int ready = left > 0 ? poll(&entry, 1, (int)left) : 0;
    if (ready > 0) return 0;
    if (!ready) return -ETIMEDOUT;
    if (errno != EINTR) return -errno;
  }
}

static int connect_to(const struct addrinfo *address, int64_t deadline) {
  int on = 1, status = 0;
  socklen_t size = sizeof status;
  int file = socket(address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP);
  if (file < 0) return -errno;
  setsockopt(file, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (!connect(file, address->ai_addr, address->ai_addrlen)) return file;
  status = errno == EINPROGRESS ? await(file, POLLOUT, deadline) : -errno;
  if (!status && !getsockopt(file, SOL_SOCKET, SO_ERROR, &status, &size)) status = -status;
  if (!status) return file;
  close(file);
  return status;
}

int assay_socket_connect(const uint8_t *host, int host_count, int port, int milliseconds) {
  char name[LONGEST_HOST], service[8];
  struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM}, *found = NULL;
  int64_t deadline = assay_socket_milliseconds() + milliseconds;
  int status = -ENOENT;
  if (host_count <= 0 || host_count >= LONGEST_HOST || memchr(host, 0, (size_t)host_count))
    return -ENOENT;
  if (port <= 0 || port > 65535) return -EINVAL;
  memcpy(name, host, (size_t)host_count);
  name[host_count] = 0;
  snprintf(service, sizeof service, "%d", port);
  if (getaddrinfo(name, service, &hints, &found)) return -ENOENT;
  for (struct addrinfo *address = found; address && status < 0; address = address->ai_next)
    status = connect_to(address, deadline);
  freeaddrinfo(found);
  return status;
}

int assay_socket_write(int file, const uint8_t *bytes, int count, int milliseconds) {
  int64_t deadline = assay_socket_milliseconds() + milliseconds;
  int done = 0;
  while (done < count) {
    ssize_t put = send(file, bytes + done, (size_t)(count - done), MSG_NOSIGNAL);
    if (put >= 0) {
      done += (int)put;
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      int status = await(file, POLLOUT, deadline);
      if (status) return status;
    } else if (errno != EINTR) {
      return -errno;
    }
  }
  return done;
}

int assay_socket_read(int file, uint8_t *bytes, int count, int milliseconds) {
  int64_t deadline = assay_socket_milliseconds() + milliseconds;
  for (;;) {
    int status = await(file, POLLIN, deadline);
    if (status) return status;
    ssize_t got = recv(file, bytes, (size_t)count, 0);
    if (got >= 0) return (int)got;
    if (errno != EINTR && errno != EAGAIN) return -errno;
  }
}

void assay_socket_close(int file) { close(file); }
