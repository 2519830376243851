/* One sender that can be killed: beats each MILLISECONDS as ID, to the monitor at PORT and to a witness at WITNESS.
 *
 *   beat-one PORT WITNESS ID MILLISECONDS                     cc -O2 -o beat-one beat-one.c */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

int main(int argc, char **argv) {
  if (argc < 5) return fprintf(stderr, "beat-one PORT WITNESS ID MILLISECONDS\n"), 2;
  int fd = socket(AF_INET, SOCK_DGRAM, 0), period = atoi(argv[4]);
  struct sockaddr_in to[2];
  for (int i = 0; i < 2; i++)
    to[i] = (struct sockaddr_in){
        .sin_family = AF_INET, .sin_port = htons(atoi(argv[1 + i])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  struct timespec due;
  clock_gettime(CLOCK_MONOTONIC, &due);
  for (long number = 1;; number++) {
    struct timespec now;
    char text[200];
    clock_gettime(CLOCK_REALTIME, &now);
    int size = snprintf(text, sizeof text, "%ld - %ld.%03ld id=%s boot=1 p=%d", number, (long)now.tv_sec,
                        now.tv_nsec / 1000000, argv[3], period);
    for (int i = 0; i < 2; i++) sendto(fd, text, size, 0, (struct sockaddr *)&to[i], sizeof to[i]);
    due.tv_nsec += period * 1000000L;
    while (due.tv_nsec >= 1000000000L) due.tv_nsec -= 1000000000L, due.tv_sec++;
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &due, NULL);
  }
}
