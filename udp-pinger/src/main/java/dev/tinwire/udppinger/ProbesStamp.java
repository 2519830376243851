package dev.tinwire.udppinger;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** STAMP test packets (RFC 8762), plain, or authenticated where there is a key. */
final class ProbesStamp implements Probes {
  private final StampLayout layout;
  private final int size;
  private final short ssid;
  private final @Nullable StampKey signing;
  private final @Nullable StampKey verifying;

  /**
   * @param size octets, at least as many as the layout has
   * @param ssid tells this session from others of the same sender (RFC 8972 §3)
   */
  ProbesStamp(int size, short ssid, @Nullable StampKey key) {
    this.layout = key == null ? StampLayout.PLAIN : StampLayout.KEYED;
    this.size = size;
    this.ssid = ssid;
    // Each belongs to one thread.
    this.signing = key == null ? null : key.copy();
    this.verifying = key == null ? null : key.copy();
  }

  @Override
  public void prepare(ByteBuffer packet, long number) {
    StampRequest.begin(layout, packet, size, (int) number, ssid);
  }

  @Override
  public int stamp(ByteBuffer packet, long number, long epochNanos) {
    StampRequest.stamp(layout, packet, NtpTime.of(epochNanos));
    if (signing != null) signing.sign(packet);
    return size;
  }

  @Override
  public long claimed(ByteBuffer reply, int length) {
    if (!StampReply.isReadable(layout, length)) return -1;
    return Integer.toUnsignedLong(layout.senderSequence(reply));
  }

  @Override
  public long quoted(ByteBuffer request, int length) {
    return length < Integer.BYTES ? -1 : Integer.toUnsignedLong(layout.sequence(request));
  }

  @Override
  public boolean intact(ByteBuffer reply, int length, long number, long epochNanos) {
    return StampReply.isIntact(layout, reply, length, size, NtpTime.of(epochNanos), ssid)
        && (verifying == null || verifying.verifies(reply, length));
  }

  @Override
  public void read(ByteBuffer reply, Catch into) {
    short error = layout.error(reply);
    into.reflectorNumber = Integer.toUnsignedLong(layout.sequence(reply));
    into.reflectorReceived = NtpTime.epochNanos(layout.received(reply), error);
    into.reflectorSent = NtpTime.epochNanos(layout.time(reply), error);
    into.reflectorTtl = layout.ttl(reply);
    into.reflected = true;
  }

  @Override
  public String name() {
    return layout == StampLayout.PLAIN ? "STAMP" : "authenticated STAMP";
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Probes copy() {
    return new ProbesStamp(size, ssid, signing);
  }
}
