/* Keeps an echo server busy: WINDOW datagrams of 64 octets are on their way at any time, for SECONDS. A datagram that
 * does not come back within 100 ms is replaced. Prints how many came back, in all and a second.
 *
 *   udp-load PORT SECONDS [WINDOW [stamp]]
 *
 * stamp: the datagrams are STAMP packets, so that a reflector does its whole work. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

enum { SIZE = 64 };

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  if (argc < 3) {
    fprintf(stderr, "udp-load PORT SECONDS [WINDOW [stamp]]\n");
    return 2;
  }
  double length = atof(argv[2]);
  int window = argc > 3 ? atoi(argv[3]) : 16;
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  struct sockaddr_in peer = {.sin_family = AF_INET,
                             .sin_port = htons(atoi(argv[1])),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  struct timeval patience = {.tv_usec = 100000};
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  if (connect(fd, (struct sockaddr *)&peer, sizeof peer) != 0) {
    perror("udp-load");
    return 1;
  }
  unsigned char packet[SIZE] = "hello";
  if (argc > 4 && strcmp(argv[4], "stamp") == 0) {
    memset(packet, 0, sizeof packet);
    uint32_t t = htonl((uint32_t)(time(NULL) + 2208988800UL));
    memcpy(packet + 4, &t, 4);
    packet[13] = 1;
  }
  unsigned char reply[2048];
  unsigned long back = 0;
  double begin = seconds();
  for (int i = 0; i < window; i++) send(fd, packet, sizeof packet, 0);
  for (double t = begin; t - begin < length; ) {
    if (recv(fd, reply, sizeof reply, 0) > 0) {
      back++;
      memcpy(packet + 44, &back, sizeof back); /* one that repeats itself looks like a loop */
      send(fd, packet, sizeof packet, 0);
    } else {
      for (int i = 0; i < window; i++) send(fd, packet, sizeof packet, 0);
    }
    if ((back & 63) == 0) t = seconds();
  }
  printf("%lu %.0f\n", back, back / (seconds() - begin));
  return 0;
}
