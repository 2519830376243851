package dev.tinwire.udppinger;

import java.nio.ByteBuffer;

/**
 * The textbook's {@code Ping SEQUENCE TIME}, counted from 1. Asked for more octets than that, it
 * goes on with a blank and dots.
 */
final class ProbesText implements Probes {
  private final int least;
  private final ByteBuffer expected;

  /**
   * @param least so many octets at least
   */
  ProbesText(int least) {
    this.least = least;
    this.expected = ByteBuffer.allocateDirect(Math.max(least, TextPing.LONGEST));
  }

  @Override
  public void prepare(ByteBuffer packet, long number) {}

  @Override
  public int stamp(ByteBuffer packet, long number, long epochNanos) {
    int length = TextPing.write(packet, number + 1, epochNanos);
    for (int at = length; at < least; at++) packet.put(at, (byte) (at == length ? ' ' : '.'));
    return Math.max(length, least);
  }

  @Override
  public long claimed(ByteBuffer reply, int length) {
    long sequence = TextPing.sequence(reply, length);
    return sequence < 1 ? -1 : (sequence - 1) & 0xFFFF_FFFFL;
  }

  /** A number that ends where the octets end may have gone on. */
  @Override
  public long quoted(ByteBuffer request, int length) {
    int blank = "Ping ".length();
    while (blank < length && request.get(blank) != ' ') blank++;
    return blank < length ? claimed(request, length) : -1;
  }

  @Override
  public boolean intact(ByteBuffer reply, int length, long number, long epochNanos) {
    int size = stamp(expected, number, epochNanos);
    return TextPing.isSameOrUpper(reply, length, expected, size);
  }

  @Override
  public String name() {
    return "text";
  }

  @Override
  public int size() {
    return Math.max(least, "Ping 1 1767225600.123456".length());
  }

  @Override
  public Probes copy() {
    return new ProbesText(least);
  }
}
