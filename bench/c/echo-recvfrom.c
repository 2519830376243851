/* The simplest echo server in C: one recvfrom and one sendto a datagram. With "mmsg" as a second word it takes and
 * sends up to 32 at once, as ours does on Linux. Prints its port, and on SIGTERM what it cost:
 * datagrams, CPU nanoseconds for each. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BATCH = 32, ROOM = 65536 };

static volatile sig_atomic_t ended;
static unsigned long count;

static void end(int signal) {
  (void)signal;
  ended = 1;
}

static void one_by_one(int fd) {
  static char packet[ROOM];
  while (!ended) {
    struct sockaddr_in from;
    socklen_t length = sizeof from;
    ssize_t n = recvfrom(fd, packet, sizeof packet, 0, (struct sockaddr *)&from, &length);
    if (n < 0) continue;
    sendto(fd, packet, n, 0, (struct sockaddr *)&from, length);
    count++;
  }
}

static void many_at_once(int fd) {
  static char packets[BATCH][ROOM];
  static struct sockaddr_in from[BATCH];
  static struct iovec vectors[BATCH];
  static struct mmsghdr messages[BATCH];
  while (!ended) {
    for (int i = 0; i < BATCH; i++) {
      vectors[i] = (struct iovec){packets[i], ROOM};
      messages[i].msg_hdr = (struct msghdr){
          .msg_name = &from[i], .msg_namelen = sizeof from[i], .msg_iov = &vectors[i], .msg_iovlen = 1};
    }
    int n = recvmmsg(fd, messages, BATCH, MSG_WAITFORONE, NULL);
    if (n <= 0) continue;
    for (int i = 0; i < n; i++) vectors[i].iov_len = messages[i].msg_len;
    sendmmsg(fd, messages, n, 0);
    count += n;
  }
}

int main(int argc, char **argv) {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  struct sockaddr_in here = {.sin_family = AF_INET,
                             .sin_port = htons(argc > 1 ? atoi(argv[1]) : 0),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof here;
  if (fd < 0 || bind(fd, (struct sockaddr *)&here, sizeof here) != 0) {
    perror("echo-recvfrom");
    return 1;
  }
  getsockname(fd, (struct sockaddr *)&here, &length);
  printf("%d\n", ntohs(here.sin_port));
  fflush(stdout);
  struct sigaction action = {.sa_handler = end}; /* no SA_RESTART: a waiting receive comes back */
  sigaction(SIGTERM, &action, NULL);
  sigaction(SIGINT, &action, NULL);
  if (argc > 2 && strcmp(argv[2], "mmsg") == 0) many_at_once(fd);
  else one_by_one(fd);
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  double cpu = (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e9 +
               (used.ru_utime.tv_usec + used.ru_stime.tv_usec) * 1e3;
  printf("%lu datagrams, %.0f ns CPU each\n", count, count ? cpu / count : 0.0);
  return 0;
}
