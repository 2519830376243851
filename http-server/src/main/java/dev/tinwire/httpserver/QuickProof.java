package dev.tinwire.httpserver;

import dev.tinwire.wire.secret.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A password that lives as long as this process does: nobody steals its digest from a disk, so it
 * need not be slow.
 */
final class QuickProof implements Proof {
  private final SecretKeySpec key;
  private final byte[] expected;

  private QuickProof(SecretKeySpec key, byte[] expected) {
    this.key = key;
    this.expected = expected;
  }

  static QuickProof of(Secret password, RandomGenerator random) {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    var key = new SecretKeySpec(bits, "HmacSHA256");
    return new QuickProof(key, digest(key, password));
  }

  /** Digests of one length, compared to their end, tell nothing by how long it takes. */
  @Override
  public boolean matches(Secret password) {
    return MessageDigest.isEqual(expected, digest(key, password));
  }

  @Override
  public String version() {
    return "of this process";
  }

  private static byte[] digest(SecretKeySpec key, Secret password) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return password.use(mac::doFinal);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has HmacSHA256", e);
    }
  }
}
