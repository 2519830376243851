package dev.tinwire.udppinger;

import java.nio.ByteBuffer;

/**
 * Where the fields of a STAMP test packet lie, and how they are read and written. A packet begins
 * at octet 0 of its buffer, whatever the position; nothing here allocates.
 *
 * <pre>
 *              sender                        reflector                        plain   keyed
 *  sequence    Sequence Number               Sequence Number                  0- 3    0- 3
 *  time        Timestamp (T1)                Timestamp (T3)                   4-11   16-23
 *  error       Error Estimate                Error Estimate                  12-13   24-25
 *  ssid        SSID (RFC 8972 §3)            SSID, as it came                14-15   26-27
 *  received    zero                          Receive Timestamp (T2)          16-23   32-39
 *              zero                          Session-Sender Sequence Number  24-27   48-51
 *              zero                          Session-Sender Timestamp (T1)   28-35   64-71
 *              zero                          Session-Sender Error Estimate   36-37   72-73
 *  ttl         zero                          Session-Sender TTL              40      80
 *  hmac                                                                      none    96-111
 * </pre>
 */
enum StampLayout {
  /** Unauthenticated (RFC 8762 §4.2.1, §4.3.1). */
  PLAIN(44, 4, 16, 24, 28, 40),
  /** Authenticated: the last 16 octets are an HMAC of all before (RFC 8762 §4.2.2, §4.3.2). */
  KEYED(112, 16, 32, 48, 64, 80);

  /** Octets without padding and TLVs. */
  final int length;

  private final int time;
  private final int received;
  private final int senderSequence;
  private final int senderTime;
  private final int ttl;

  StampLayout(int length, int time, int received, int senderSequence, int senderTime, int ttl) {
    this.length = length;
    this.time = time;
    this.received = received;
    this.senderSequence = senderSequence;
    this.senderTime = senderTime;
    this.ttl = ttl;
  }

  /** The fewest octets that hold all fields of an answer: TWAMP-Light has 41 without HMAC. */
  int least() {
    return this == PLAIN ? ttl + 1 : length;
  }

  /** Unsigned, as all sequence numbers here. */
  int sequence(ByteBuffer packet) {
    return packet.getInt(0);
  }

  /** T1 in a sender's packet, T3 in a reflector's. */
  long time(ByteBuffer packet) {
    return packet.getLong(time);
  }

  /** About {@link #time}; in a reflector's packet also about {@link #received}. */
  short error(ByteBuffer packet) {
    return packet.getShort(time + 8);
  }

  short ssid(ByteBuffer packet) {
    return packet.getShort(time + 10);
  }

  /** T2. */
  long received(ByteBuffer packet) {
    return packet.getLong(received);
  }

  int senderSequence(ByteBuffer packet) {
    return packet.getInt(senderSequence);
  }

  /** T1, as the reflector copied it. */
  long senderTime(ByteBuffer packet) {
    return packet.getLong(senderTime);
  }

  short senderError(ByteBuffer packet) {
    return packet.getShort(senderTime + 8);
  }

  /** With which TTL or hop limit the sender's packet arrived; 0 where the reflector cannot know. */
  int ttl(ByteBuffer packet) {
    return packet.get(ttl) & 0xFF;
  }

  void sequence(ByteBuffer packet, int value) {
    packet.putInt(0, value);
  }

  void time(ByteBuffer packet, long stamp, short error) {
    packet.putLong(time, stamp).putShort(time + 8, error);
  }

  void ssid(ByteBuffer packet, short value) {
    packet.putShort(time + 10, value);
  }

  void received(ByteBuffer packet, long stamp) {
    packet.putLong(received, stamp);
  }

  void sender(ByteBuffer packet, int sequence, long stamp, short error) {
    packet
        .putInt(senderSequence, sequence)
        .putLong(senderTime, stamp)
        .putShort(senderTime + 8, error);
  }

  void ttl(ByteBuffer packet, int value) {
    packet.put(ttl, (byte) value);
  }

  /** Clears what is zero between the fields of an answer (MBZ), whatever the sender had there. */
  void clearBetween(ByteBuffer packet) {
    int afterSsid = time + 12;
    clear(packet, afterSsid, received);
    clear(packet, received + 8, senderSequence);
    clear(packet, senderSequence + 4, senderTime);
    clear(packet, senderTime + 10, ttl);
    if (this == KEYED) {
      clear(packet, 4, time);
      clear(packet, ttl + 1, StampKey.SIGNED);
    }
  }

  static void clear(ByteBuffer packet, int from, int to) {
    for (int at = from; at < to; at++) packet.put(at, (byte) 0);
  }
}
