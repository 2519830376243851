package dev.tinwire.httpserver;

import dev.tinwire.http.Basic;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names and passwords that were found right a moment ago. A client sends them with every request,
 * and a hash made to be slow would make each of them slow. What is kept is a digest under a key of
 * this process; a password that is changed is forgotten with its old hash.
 */
final class Verified {
  static final Duration KEPT = Duration.ofMinutes(5);

  private static final int MOST = 1024;

  private record Entry(String version, long since) {}

  private final SecretKeySpec key;
  private final LongSupplier nanoTime;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  Verified(RandomGenerator random, LongSupplier nanoTime) {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    this.key = new SecretKeySpec(bits, "HmacSHA256");
    this.nanoTime = nanoTime;
  }

  synchronized boolean knows(Basic credentials, Account account) {
    Entry entry = entries.get(digest(credentials));
    return entry != null
        && entry.version().equals(account.proof().version())
        && nanoTime.getAsLong() - entry.since() < KEPT.toNanos();
  }

  synchronized void remember(Basic credentials, Account account) {
    String digest = digest(credentials);
    entries.remove(digest);
    entries.put(digest, new Entry(account.proof().version(), nanoTime.getAsLong()));
    if (entries.size() > MOST) entries.remove(entries.keySet().iterator().next());
  }

  private String digest(Basic credentials) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(credentials.user().getBytes(StandardCharsets.UTF_8));
      mac.update((byte) ':'); // which no user name has
      return HexFormat.of().formatHex(credentials.password().use(mac::doFinal));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has HmacSHA256", e);
    }
  }
}
