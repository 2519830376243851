/* A hook that does nothing but say when it was started: a line "ID EVENT SECONDS" (of the monotonic clock) in FILE.
 *
 *   tinwire monitor --on-change 'hook-stamp FILE'             cc -O2 -o hook-stamp hook-stamp.c */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char **argv) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  const char *id = getenv("TINWIRE_ID"), *event = getenv("TINWIRE_EVENT");
  if (argc < 2 || !id || !event) return fprintf(stderr, "hook-stamp FILE, as a hook of tinwire monitor\n"), 2;
  char line[200];
  int size = snprintf(line, sizeof line, "%s %s %ld.%09ld\n", id, event, (long)now.tv_sec, now.tv_nsec);
  int file = open(argv[1], O_WRONLY | O_APPEND | O_CREAT, 0600);
  return file < 0 || write(file, line, size) != size;
}
