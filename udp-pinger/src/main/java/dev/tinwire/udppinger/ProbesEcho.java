package dev.tinwire.udppinger;

import java.nio.ByteBuffer;

/** Payloads for any server that returns what it gets (RFC 862). */
final class ProbesEcho implements Probes {
  private final int size;
  private final long nonce;

  /**
   * @param nonce tells this session's packets from those of others
   */
  ProbesEcho(int size, long nonce) {
    this.size = size;
    this.nonce = nonce;
  }

  @Override
  public void prepare(ByteBuffer packet, long number) {
    EchoPayload.write(packet, size, nonce, (int) number);
  }

  @Override
  public int stamp(ByteBuffer packet, long number, long epochNanos) {
    return size;
  }

  @Override
  public long claimed(ByteBuffer reply, int length) {
    return length < EchoPayload.LEAST ? -1 : Integer.toUnsignedLong(EchoPayload.sequence(reply));
  }

  @Override
  public boolean intact(ByteBuffer reply, int length, long number, long epochNanos) {
    return EchoPayload.isIntact(reply, length, size, nonce);
  }

  @Override
  public String name() {
    return "echo";
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Probes copy() {
    return this;
  }
}
