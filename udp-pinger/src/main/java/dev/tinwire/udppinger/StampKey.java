package dev.tinwire.udppinger;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that both ends of authenticated STAMP share: HMAC-SHA-256 over octets 0 to 95, cut to 128
 * bits (RFC 8762 §4.4). Belongs to one thread; {@link #copy} makes another for the next.
 */
final class StampKey {
  /** So many octets are signed; the HMAC follows them. */
  static final int SIGNED = 96;

  private static final int CUT = 16;
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;
  private final Mac mac;
  private final byte[] signed = new byte[SIGNED];
  private final byte[] whole = new byte[32];
  private final byte[] expected = new byte[CUT];
  private final byte[] found = new byte[CUT];

  StampKey(byte[] key) {
    this.key = key.clone();
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(this.key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  StampKey copy() {
    return new StampKey(key);
  }

  /** Writes the HMAC behind what is signed. */
  void sign(ByteBuffer packet) {
    compute(packet);
    packet.put(SIGNED, expected);
  }

  /** Compares in constant time, so that nobody finds an HMAC octet by octet. */
  boolean verifies(ByteBuffer packet, int length) {
    if (length < SIGNED + CUT) return false;
    compute(packet);
    packet.get(SIGNED, found);
    return MessageDigest.isEqual(expected, found);
  }

  private void compute(ByteBuffer packet) {
    packet.get(0, signed);
    mac.update(signed);
    try {
      mac.doFinal(whole, 0);
    } catch (ShortBufferException e) {
      throw new IllegalStateException(e); // 32 octets it is
    }
    System.arraycopy(whole, 0, expected, 0, CUT);
  }
}
