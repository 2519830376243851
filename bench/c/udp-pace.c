/* Answers COUNT datagrams on a port of its own, which it prints, and then prints when each came, in microseconds after
 * the first, by the kernel's stamps: a pinger's schedule as the network sees it. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

int main(int argc, char **argv) {
  int count = argc > 1 ? atoi(argv[1]) : 10, on = 1;
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  struct sockaddr_in here = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof here;
  struct timeval patience = {.tv_sec = 15};
  if (fd < 0 || bind(fd, (struct sockaddr *)&here, sizeof here) != 0) {
    perror("udp-pace");
    return 1;
  }
  setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof on);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  getsockname(fd, (struct sockaddr *)&here, &length);
  printf("%d\n", ntohs(here.sin_port));
  fflush(stdout);
  int64_t *times = calloc(count, sizeof *times);
  for (int i = 0; i < count; i++) {
    static char packet[2048], control[256];
    struct sockaddr_in from;
    struct iovec vector = {packet, sizeof packet};
    struct msghdr message = {.msg_name = &from,
                             .msg_namelen = sizeof from,
                             .msg_iov = &vector,
                             .msg_iovlen = 1,
                             .msg_control = control,
                             .msg_controllen = sizeof control};
    ssize_t n = recvmsg(fd, &message, 0);
    if (n < 0) break;
    sendto(fd, packet, n, 0, (struct sockaddr *)&from, sizeof from);
    struct cmsghdr *c = CMSG_FIRSTHDR(&message);
    struct timespec t = {0};
    if (c) memcpy(&t, CMSG_DATA(c), sizeof t);
    times[i] = t.tv_sec * 1000000000LL + t.tv_nsec;
    printf("%.1f\n", (times[i] - times[0]) / 1000.0);
  }
  return 0;
}
