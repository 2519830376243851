package dev.tinwire.udppinger;

/**
 * What the receiving thread makes out of one packet, for the thread that keeps the books. These
 * objects are used again and again, so that no packet costs memory.
 */
final class Catch {
  /** What it was. */
  enum Kind {
    /** The reply to one of our packets, with every octet in its place. */
    INTACT,
    /** From our peer, but not what it should have sent. */
    CORRUPT,
    /** The answer to a packet so old that nobody remembers it. */
    FORGOTTEN,
    /** No packet: some host on the way said no, as a rule that nobody listens there. */
    REFUSED,
    /** No packet: nothing more will come. */
    ENDED
  }

  Kind kind = Kind.INTACT;

  /** Which of our packets it answers, or says it does; −1 if it does not say. */
  long number;

  /** When our clock said it was there. */
  long nanoTime;

  long rttNanos;
  int length;
  int ttl;

  /** By our wall clock, when the packet left and when its answer came. */
  long sentEpoch;

  long cameEpoch;

  /** A stamp of the kernel that could not be true was left out. */
  boolean implausible;

  /** Whether the next four are there: STAMP. */
  boolean reflected;

  long reflectorNumber;
  long reflectorReceived;
  long reflectorSent;
  int reflectorTtl;

  /** Why it was refused. */
  String reason = "";

  /** Who said so, where it was not the peer; else empty. */
  String from = "";

  /** The octets, where somebody wants to see them; else empty. */
  byte[] octets = NOTHING;

  static final byte[] NOTHING = {};

  /** Forgets the packet before. */
  Catch begin(Kind what, long when) {
    kind = what;
    number = -1;
    nanoTime = when;
    rttNanos = 0;
    length = 0;
    ttl = Arrival.NO_TTL;
    implausible = false;
    reflected = false;
    octets = NOTHING;
    return this;
  }
}
