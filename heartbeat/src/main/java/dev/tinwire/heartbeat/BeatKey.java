package dev.tinwire.heartbeat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and verifies: HMAC-SHA-256 (RFC 2104) over all octets before {@code " mac="}, cut to 128
 * bits. Each sender has a key of its own, {@code HMAC(master, "beat1|" + id)}, so that one that
 * leaks cannot speak for another. Belongs to one thread.
 */
final class BeatKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE = "beat1|".getBytes(StandardCharsets.US_ASCII);
  private static final int CUT = 16;

  private final byte[] key;
  private final boolean master;
  private final Mac deriving;
  private final Mac signing;
  private final byte[] derived = new byte[32];
  private final byte[] whole = new byte[32];
  private final byte[] expected = new byte[2 * CUT];
  private final byte[] found = new byte[2 * CUT];

  /**
   * A key.
   *
   * @param master whether the keys of all senders come from it, or it is one sender's own
   */
  BeatKey(byte[] key, boolean master) {
    this.key = key.clone();
    this.master = master;
    deriving = mac(this.key);
    signing = mac(this.key);
  }

  BeatKey copy() {
    return new BeatKey(key, master);
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  /** The key of one sender, for its own file. */
  byte[] of(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.US_ASCII);
    if (master) derive(bytes, 0, bytes.length);
    return master ? derived.clone() : key.clone();
  }

  /** The text with its mac behind it. */
  String sign(String text, String id) {
    byte[] who = id.getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    compute(bytes, bytes.length, who, 0, who.length);
    return text + " mac=" + new String(expected, StandardCharsets.US_ASCII);
  }

  /** Whether this beat was signed by whom it says. Takes the same time wherever it differs. */
  boolean verifies(BeatParser beat) {
    var pairs = beat.pairs;
    if (pairs.macAt < 0) return false;
    return verifies(beat.bytes, pairs.macAt, pairs.idFrom, pairs.idTo - pairs.idFrom);
  }

  private boolean verifies(byte[] bytes, int signed, int idFrom, int idLength) {
    compute(bytes, signed, bytes, idFrom, idLength);
    System.arraycopy(bytes, signed + " mac=".length(), found, 0, found.length);
    return MessageDigest.isEqual(expected, found);
  }

  /** Whether a text such as a probe, {@code … mac=…}, was signed for this sender. */
  boolean verifies(String text, String id) {
    int signed = text.lastIndexOf(" mac=");
    return signed >= 0
        && MessageDigest.isEqual(
            sign(text.substring(0, signed), id).getBytes(StandardCharsets.UTF_8),
            text.getBytes(StandardCharsets.UTF_8));
  }

  private void compute(byte[] bytes, int signed, byte[] who, int from, int length) {
    try {
      if (master) {
        derive(who, from, length);
        signing.init(new SecretKeySpec(derived, ALGORITHM));
      }
      signing.update(bytes, 0, signed);
      signing.doFinal(whole, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // a key of 32 octets is always fine
    }
    for (int i = 0; i < CUT; i++) {
      expected[2 * i] = (byte) Character.forDigit((whole[i] >> 4) & 15, 16);
      expected[2 * i + 1] = (byte) Character.forDigit(whole[i] & 15, 16);
    }
  }

  private void derive(byte[] who, int from, int length) {
    deriving.update(PURPOSE);
    deriving.update(who, from, length);
    try {
      deriving.doFinal(derived, 0);
    } catch (ShortBufferException e) {
      throw new IllegalStateException(e); // 32 octets it is
    }
  }
}
