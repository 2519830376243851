/* Beats for many senders: SENDERS ids in an order that jumps about, RATE datagrams a second for SECONDS, 64 a call.
 * Prints how many were sent. They say a period of a minute, so that nobody is late, however slowly a busy machine sends. With a key (hexadecimal) they are signed as docs/heartbeat.md says.
 *
 *   beat-load PORT SENDERS RATE SECONDS [KEY]                 cc -O2 -o beat-load beat-load.c -lcrypto */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <openssl/hmac.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

enum { BATCH = 64, SIZE = 160 };

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static int sign(char *text, int length, const unsigned char *key) {
  unsigned char mac[32];
  unsigned size = sizeof mac;
  HMAC(EVP_sha256(), key, 32, (unsigned char *)text, length, mac, &size);
  int at = length + sprintf(text + length, " mac=");
  for (int i = 0; i < 16; i++) at += sprintf(text + at, "%02x", mac[i]);
  return at;
}

int main(int argc, char **argv) {
  if (argc < 5) return fprintf(stderr, "beat-load PORT SENDERS RATE SECONDS [KEY]\n"), 2;
  long senders = atol(argv[2]), sent = 0;
  double rate = atof(argv[3]), length = atof(argv[4]);
  unsigned char master[64];
  int master_size = 0;
  for (const char *h = argc > 5 ? argv[5] : ""; h[0] && h[1]; h += 2) {
    unsigned octet;
    sscanf(h, "%2x", &octet);
    master[master_size++] = octet;
  }
  unsigned char(*keys)[32] = calloc(senders, 32);
  for (long i = 0; master_size && i < senders; i++) {
    char text[40];
    unsigned size = 32;
    int n = sprintf(text, "beat1|s%06ld", i);
    HMAC(EVP_sha256(), master, master_size, (unsigned char *)text, n, keys[i], &size);
  }
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  struct sockaddr_in peer = {
      .sin_family = AF_INET, .sin_port = htons(atoi(argv[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  if (connect(fd, (struct sockaddr *)&peer, sizeof peer)) return perror("beat-load"), 1;
  static char text[BATCH][SIZE];
  static struct iovec io[BATCH];
  static struct mmsghdr all[BATCH];
  for (int i = 0; i < BATCH; i++) {
    io[i].iov_base = text[i];
    all[i].msg_hdr.msg_iov = &io[i];
    all[i].msg_hdr.msg_iovlen = 1;
  }
  double begin = seconds();
  for (double now = begin; now - begin < length; now = seconds()) {
    if (sent > (now - begin) * rate) {
      struct timespec pause = {.tv_nsec = 200000};
      nanosleep(&pause, NULL);
      continue;
    }
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    for (int i = 0; i < BATCH; i++) {
      long n = sent + i, who = n % senders * 7919 % senders;
      int size = sprintf(text[i], "%ld - %ld.%03ld id=s%06ld boot=19a9f3c2d10 p=60000", n / senders + 1, (long)t.tv_sec,
                         t.tv_nsec / 1000000, who);
      io[i].iov_len = master_size ? sign(text[i], size, keys[who]) : size;
    }
    int done = sendmmsg(fd, all, BATCH, 0);
    if (done > 0) sent += done;
  }
  printf("%ld\n", sent);
  return 0;
}
