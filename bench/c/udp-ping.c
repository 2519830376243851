/* A small UDP ping in C, to measure ours against: sends COUNT datagrams of 64 octets to 127.0.0.1:PORT, one every
 * INTERVAL microseconds (0: the next when the last came back), and prints each round trip in microseconds, a line each.
 *
 *   udp-ping PORT COUNT INTERVAL_US user|kernel
 *
 * user: the clock is read around send and recv. kernel: the kernel's software stamps of sending and receiving. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <linux/errqueue.h>
#include <linux/net_tstamp.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { SIZE = 64 };

static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

/* The software stamp among the control messages of a message; 0 if there is none. */
static int64_t stamp(struct msghdr *message) {
  for (struct cmsghdr *c = CMSG_FIRSTHDR(message); c; c = CMSG_NXTHDR(message, c))
    if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == SO_TIMESTAMPING) {
      struct timespec t[3];
      memcpy(t, CMSG_DATA(c), sizeof t);
      return t[0].tv_sec * 1000000000LL + t[0].tv_nsec;
    }
  return 0;
}

static ssize_t receive(int fd, int flags, int64_t *stamped) {
  static char packet[2048], control[512];
  struct iovec vector = {packet, sizeof packet};
  struct msghdr message = {
      .msg_iov = &vector, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
  ssize_t n = recvmsg(fd, &message, flags);
  *stamped = n < 0 ? 0 : stamp(&message);
  return n;
}

int main(int argc, char **argv) {
  if (argc != 5) {
    fprintf(stderr, "udp-ping PORT COUNT INTERVAL_US user|kernel\n");
    return 2;
  }
  int count = atoi(argv[2]), kernel = strcmp(argv[4], "kernel") == 0;
  int64_t interval = atoll(argv[3]) * 1000;
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  struct sockaddr_in peer = {.sin_family = AF_INET,
                             .sin_port = htons(atoi(argv[1])),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int flags = SOF_TIMESTAMPING_TX_SOFTWARE | SOF_TIMESTAMPING_RX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE |
              SOF_TIMESTAMPING_OPT_TSONLY;
  if (kernel) setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPING, &flags, sizeof flags);
  struct timeval patience = {.tv_sec = 1};
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  if (connect(fd, (struct sockaddr *)&peer, sizeof peer) != 0) {
    perror("udp-ping");
    return 1;
  }
  char packet[SIZE] = {0};
  int64_t begin = now();
  for (int i = 0; i < count; i++) {
    int64_t due = begin + i * interval, left = due - now();
    if (interval && left > 0) {
      struct timespec wait = {left / 1000000000, left % 1000000000};
      nanosleep(&wait, NULL);
    }
    int64_t sent = now(), left_at = 0, came_at = 0;
    if (send(fd, packet, sizeof packet, 0) < 0) continue;
    ssize_t n = receive(fd, 0, &came_at);
    int64_t came = now();
    if (n < 0) {
      printf("lost\n");
      continue;
    }
    if (kernel) receive(fd, MSG_ERRQUEUE | MSG_DONTWAIT, &left_at);
    int64_t rtt = kernel && left_at && came_at ? came_at - left_at : came - sent;
    printf("%.3f\n", rtt / 1000.0);
  }
  return 0;
}
