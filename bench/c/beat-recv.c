/* The least that a monitor can do, as a yardstick: takes 64 datagrams a call, reads the beat, finds the sender in a hash
 * table, keeps a window of 64 and the time of arrival. With a key it also verifies the mac, deriving the sender's key once.
 *
 *   beat-recv PORT [KEY]                                      cc -O2 -o beat-recv beat-recv.c -lcrypto
 *
 * Ended by a signal; prints the port first. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

enum { BATCH = 64, SIZE = 513, SLOTS = 1 << 21 };

struct sender {
  char id[24];
  unsigned long number, window, boot, arrival, received, lost, duplicates;
  unsigned char key[32];
};

static struct sender *table;
static unsigned char master[64];
static int master_size;

static struct sender *find(const char *id, int length) {
  unsigned long hash = 1469598103934665603UL;
  for (int i = 0; i < length; i++) hash = (hash ^ (unsigned char)id[i]) * 1099511628211UL;
  for (unsigned long slot = hash >> 20;; slot++) {
    struct sender *s = &table[slot & (SLOTS - 1)];
    if (!s->id[0]) {
      memcpy(s->id, id, length);
      if (master_size) {
        char text[40];
        unsigned size = 32;
        int n = snprintf(text, sizeof text, "beat1|%.*s", length, id);
        HMAC(EVP_sha256(), master, master_size, (unsigned char *)text, n, s->key, &size);
      }
      return s;
    }
    if (!strncmp(s->id, id, length) && !s->id[length]) return s;
  }
}

static int verifies(struct sender *s, const char *text, const char *mac) {
  static const char digits[] = "0123456789abcdef";
  unsigned char whole[32];
  char hex[32];
  unsigned size = sizeof whole;
  HMAC(EVP_sha256(), s->key, 32, (const unsigned char *)text, mac - text, whole, &size);
  for (int i = 0; i < 16; i++) hex[2 * i] = digits[whole[i] >> 4], hex[2 * i + 1] = digits[whole[i] & 15];
  return CRYPTO_memcmp(hex, mac + 5, 32) == 0;
}

static void beat(char *text, int length, unsigned long now) {
  char *at, *id = NULL, *mac = NULL;
  int id_length = 0;
  unsigned long boot = 0;
  text[length] = 0;
  unsigned long number = strtoul(text, &at, 10);
  if (strncmp(at, " - ", 3)) return;
  at += 3;
  while (*at && *at != ' ') at++;
  while (*at == ' ') {
    char *key = at + 1;
    for (at = key; *at && *at != ' ';) at++;
    if (!strncmp(key, "id=", 3)) id = key + 3, id_length = at - id;
    else if (!strncmp(key, "boot=", 5)) boot = strtoul(key + 5, NULL, 16);
    else if (!strncmp(key, "mac=", 4)) mac = key - 1;
  }
  if (!id || id_length > 23) return;
  struct sender *s = find(id, id_length);
  if (master_size && (!mac || at - mac != 37 || !verifies(s, text, mac))) return;
  if (boot > s->boot) s->boot = boot, s->number = number, s->window = 1;
  else if (number > s->number) {
    unsigned long ahead = number - s->number;
    s->window = ahead < 64 ? s->window << ahead | 1 : 1;
    s->lost += ahead - 1;
    s->number = number;
  } else s->duplicates++;
  s->arrival = now;
  s->received++;
}

int main(int argc, char **argv) {
  if (argc < 2) return fprintf(stderr, "beat-recv PORT [KEY]\n"), 2;
  for (const char *h = argc > 2 ? argv[2] : ""; h[0] && h[1]; h += 2) {
    unsigned octet;
    sscanf(h, "%2x", &octet);
    master[master_size++] = octet;
  }
  table = calloc(SLOTS, sizeof *table);
  int fd = socket(AF_INET, SOCK_DGRAM, 0), room = 4 << 20;
  struct sockaddr_in here = {
      .sin_family = AF_INET, .sin_port = htons(atoi(argv[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
  if (bind(fd, (struct sockaddr *)&here, sizeof here)) return perror("beat-recv"), 1;
  printf("%s\n", argv[1]);
  fflush(stdout);
  static char text[BATCH][SIZE + 1];
  static struct iovec io[BATCH];
  static struct sockaddr_in from[BATCH];
  static struct mmsghdr all[BATCH];
  for (int i = 0; i < BATCH; i++) {
    io[i] = (struct iovec){text[i], SIZE};
    all[i].msg_hdr = (struct msghdr){.msg_iov = &io[i], .msg_iovlen = 1, .msg_name = &from[i]};
  }
  while (1) {
    for (int i = 0; i < BATCH; i++) all[i].msg_hdr.msg_namelen = sizeof from[i];
    int n = recvmmsg(fd, all, BATCH, MSG_WAITFORONE, NULL);
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    for (int i = 0; i < n; i++) beat(text[i], all[i].msg_len, t.tv_sec * 1000000000UL + t.tv_nsec);
  }
}
