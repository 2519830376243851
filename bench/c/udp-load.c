/* Keeps an echo server busy: WINDOW datagrams of 64 octets are on their way at any time, for SECONDS. A datagram that
 * does not come back within 100 ms is replaced. Prints how many came back, in all and a second.
 *
 *   udp-load PORT SECONDS [WINDOW [stamp | irtt FILE]]
 *
 * stamp: the datagrams are STAMP packets, so that a reflector does its whole work.
 * irtt: they are echo requests of irtt's protocol; FILE holds the request to open a session that one of its clients
 * sent, which is sent again first. What its server answers holds the session's token. */
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

/* Writes an echo request: magic and flags, token, number (little-endian), all else empty. 0 if there is no session. */
static int open_irtt(int fd, const char *name, unsigned char *packet) {
  unsigned char opening[2048], opened[2048];
  FILE *file = fopen(name, "rb");
  size_t length = file ? fread(opening, 1, sizeof opening, file) : 0;
  if (file) fclose(file);
  if (length < 4 || send(fd, opening, length, 0) < 0 || recv(fd, opened, sizeof opened, 0) < 12) return 0;
  memset(packet, 0, SIZE);
  memcpy(packet, opened, 3);
  memcpy(packet + 4, opened + 4, 8);
  return 1;
}

int main(int argc, char **argv) {
  if (argc < 3) {
    fprintf(stderr, "udp-load PORT SECONDS [WINDOW [stamp | irtt FILE]]\n");
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
  int counter = 44; /* where no protocol has a field; one that repeats itself looks like a loop */
  if (argc > 5 && strcmp(argv[4], "irtt") == 0) {
    if (!open_irtt(fd, argv[5], packet)) {
      fprintf(stderr, "udp-load: no session\n");
      return 1;
    }
    counter = 12;
  }
  unsigned char reply[2048];
  unsigned long back = 0;
  double begin = seconds();
  for (int i = 0; i < window; i++) send(fd, packet, sizeof packet, 0);
  for (double t = begin; t - begin < length; ) {
    if (recv(fd, reply, sizeof reply, 0) > 0) {
      back++;
      uint32_t number = (uint32_t)back;
      memcpy(packet + counter, &number, sizeof number);
      send(fd, packet, sizeof packet, 0);
    } else {
      for (int i = 0; i < window; i++) send(fd, packet, sizeof packet, 0);
    }
    if ((back & 63) == 0) t = seconds();
  }
  printf("%lu %.0f\n", back, back / (seconds() - begin));
  return 0;
}
