package dev.tinwire.udppinger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Tells when the same datagram comes from the same sender again and again: an answer of ours that
 * another echo server returns, and so on for ever (CVE-2024-2169). A text has nothing in it by
 * which a request and an answer could be told apart, but who pings changes what he sends. Who does
 * not is a {@link Suspect}.
 *
 * <p>A table of marks, in which a later one takes the place of an earlier one; so memory is
 * constant, and nobody is refused who does not repeat himself. Belongs to one thread.
 */
final class Repeats {
  /** So often in so long: a loop slower than that hurts nobody. */
  static final int MOST = 32;

  static final long WINDOW = 10_000_000_000L;

  private static final int PLACES = 1 << 12;
  private static final int SUSPECTS = 1 << 6;

  /** As far as it is looked at; nobody has his number further behind. */
  private static final int LOOKED_AT = 256;

  private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L; // 2^64 over the golden ratio

  /** Of a mark in its place: there it says how often it came. */
  private static final long COUNT = 0x3F;

  private final CRC32 sum = new CRC32();

  /** One word a place: each datagram goes to another one, and the processor has to fetch it. */
  private final long[] places = new long[PLACES];

  private final Suspect[] suspects = new Suspect[SUSPECTS];
  private long begun;

  Repeats(long now) {
    begun = now;
    for (int i = 0; i < SUSPECTS; i++) suspects[i] = new Suspect();
  }

  /** Whether this one is one too many. */
  boolean tooMany(Datagram datagram, long now) {
    if (now - begun > WINDOW) {
      Arrays.fill(places, 0);
      begun = now;
    }
    long mark = mark(datagram);
    int place = (int) (mark >>> 52);
    long known = places[place];
    if (((known ^ mark) & ~COUNT) != 0) known = mark & ~COUNT;
    if ((known & COUNT) == MOST) return !suspect(mark & ~COUNT).isAnswered(now);
    places[place] = known + 1;
    return false;
  }

  private Suspect suspect(long mark) {
    Suspect suspect = suspects[(int) (mark >>> 46) & SUSPECTS - 1];
    suspect.is(mark);
    return suspect;
  }

  private long mark(Datagram datagram) {
    ByteBuffer payload = datagram.payload;
    payload.clear().limit(Math.min(datagram.length, LOOKED_AT));
    sum.reset();
    sum.update(payload);
    payload.clear();
    // The processor computes such a sum faster than Java reads octets; whoever makes two of his
    // datagrams have the same one is only refused himself.
    return mix(mix(datagram.source.hashCode(), datagram.length), sum.getValue());
  }

  private static long mix(long mark, long more) {
    long mixed = (mark ^ more) * FACTOR;
    return mixed ^ mixed >>> 32;
  }
}
