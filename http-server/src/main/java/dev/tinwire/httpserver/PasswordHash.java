package dev.tinwire.httpserver;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.secret.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it may lie in a file: PBKDF2 with HMAC-SHA-256 (RFC 8018 §5.2), written in the form
 * that other programs know (PHC string format), base64 without padding:
 *
 * <pre>
 * $pbkdf2-sha256$i=600000$SALT$HASH
 * </pre>
 */
record PasswordHash(int iterations, String salt, String hash) implements Proof {
  /** About a quarter of a second, as OWASP recommends since 2023. */
  static final int ITERATIONS = 600_000;

  /** A file that asks for more would stop us rather than a guesser. */
  static final int MOST_ITERATIONS = 10_000_000;

  private static final int FEWEST_ITERATIONS = 1000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int FEWEST_BYTES = 8;
  private static final int MOST_BYTES = 64;

  private static final String WHAT = "password hash";
  private static final Pattern FORM =
      Pattern.compile(
          "\\$pbkdf2-sha256\\$i=([1-9][0-9]{0,8})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /** What an unknown name is compared with, so that it takes as long as a known one. */
  static final PasswordHash OF_NOBODY =
      new PasswordHash(ITERATIONS, base64(new byte[SALT_BYTES]), base64(new byte[HASH_BYTES]));

  static PasswordHash of(Secret password, RandomGenerator random) {
    return of(password, ITERATIONS, random);
  }

  static PasswordHash of(Secret password, int iterations, RandomGenerator random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = derive(password, iterations, salt, HASH_BYTES);
    return new PasswordHash(iterations, base64(salt), base64(hash));
  }

  static PasswordHash parse(String text) throws Malformed {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new Malformed(WHAT, text, 0, "expected $pbkdf2-sha256$i=NUMBER$SALT$HASH");
    }
    int iterations = Integer.parseInt(form.group(1));
    if (iterations < FEWEST_ITERATIONS || iterations > MOST_ITERATIONS) {
      String range = FEWEST_ITERATIONS + " to " + MOST_ITERATIONS;
      throw new Malformed(WHAT, text, form.start(1), "iterations are " + range);
    }
    require(text, form, 2);
    require(text, form, 3);
    return new PasswordHash(iterations, form.group(2), form.group(3));
  }

  /** A length that makes sense, and base64 to the letter, so that printing gives the same text. */
  private static void require(String text, Matcher form, int group) throws Malformed {
    try {
      byte[] bytes = Base64.getDecoder().decode(form.group(group));
      boolean sane = bytes.length >= FEWEST_BYTES && bytes.length <= MOST_BYTES;
      if (sane && base64(bytes).equals(form.group(group))) return;
    } catch (IllegalArgumentException _) {
      // not base64: said below
    }
    throw new Malformed(WHAT, text, form.start(group), "expected base64 of 8 to 64 bytes");
  }

  @Override
  public boolean matches(Secret password) {
    byte[] expected = Base64.getDecoder().decode(hash);
    byte[] salted = Base64.getDecoder().decode(salt);
    return MessageDigest.isEqual(expected, derive(password, iterations, salted, expected.length));
  }

  private static byte[] derive(Secret password, int iterations, byte[] salt, int bytes) {
    char[] characters = password.reveal().toCharArray(); // the JDK's takes nothing else
    var spec = new PBEKeySpec(characters, salt, iterations, bytes * Byte.SIZE);
    try {
      var factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
      return factory.generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
      Arrays.fill(characters, '\0');
    }
  }

  @Override
  public String version() {
    return toString();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  /** As it stands in a file. */
  @Override
  public String toString() {
    return "$pbkdf2-sha256$i=" + iterations + "$" + salt + "$" + hash;
  }
}
