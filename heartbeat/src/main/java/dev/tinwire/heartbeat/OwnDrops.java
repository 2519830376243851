package dev.tinwire.heartbeat;

/**
 * What the kernel threw away because we were too slow. Numbers that are missing soon after are ours
 * to answer for, and not their senders'.
 */
final class OwnDrops {
  private static final long SOON = 60_000_000_000L;

  private long all;
  private long unclaimed;
  private long until;

  void add(long more, long now) {
    if (more <= 0) return;
    if (now > until) unclaimed = 0;
    all += more;
    unclaimed += more;
    until = now + SOON;
  }

  long all() {
    return all;
  }

  /** How many of these missing ones were thrown away by us, as far as can be told. */
  long claim(long missing, long now) {
    if (missing == 0 || unclaimed == 0 || now > until) return 0;
    long ours = Math.min(missing, unclaimed);
    unclaimed -= ours;
    return ours;
  }
}
