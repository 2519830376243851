package dev.tinwire.udppinger;

/**
 * Somebody who keeps sending the same: another echo server, or a tool that never changes what it
 * sends. We fall silent and listen. A loop lives of our answers and dies with them; who goes on by
 * himself is no loop, and is answered again, but not more often than he came without an answer. So
 * whatever it was, what he gets is no more than he can send. After a while it begins anew. Belongs
 * to one thread.
 */
final class Suspect {
  /** Longer than a datagram is on its way from us to anybody and back. */
  static final long SILENCE = 1_000_000_000L;

  /** What comes sooner was on its way when we fell silent. */
  private static final long SETTLED = SILENCE / 2;

  private long mark;
  private long since;
  private boolean watched;
  private int heard;
  private int answered;

  /** Whoever was watched here before is forgotten, and met with silence when he comes again. */
  void is(long who) {
    if (who != mark) watched = false;
    mark = who;
  }

  /** Whether the one that came now is answered. */
  boolean isAnswered(long now) {
    if (!watched || now - since > Repeats.WINDOW) {
      watched = true;
      since = now;
      heard = 0;
      answered = 0;
    }
    long age = now - since;
    if (age < SILENCE) {
      if (age >= SETTLED) heard++;
      return false;
    }
    // Both are small: a million a second for ten seconds.
    long earned = heard * (age - SILENCE) / (SILENCE - SETTLED);
    if (answered >= earned) return false;
    answered++;
    return true;
  }
}
