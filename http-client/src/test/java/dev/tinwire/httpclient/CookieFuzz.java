package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Lines of any bytes, as Set-Cookie and as a jar: what is kept can be sent within its limits, and a
 * jar that was printed reads back the same.
 */
public final class CookieFuzz {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private CookieFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    var jar = new CookieJar(PublicSuffixes.builtIn(), () -> NOW);
    Url url = url();
    List<String> lines = Arrays.asList(text.split("\n", -1));
    jar.receive(url, lines, SameSite.Initiator.SAME_SITE);
    NetscapeJar.parse(text, NOW).cookies().forEach(jar::put);
    jar.cookiesFor(url, SameSite.Initiator.SAME_SITE).ifPresent(CookieFuzz::demandSendable);
    String printed = NetscapeJar.print(jar.cookies());
    var again = NetscapeJar.parse(printed, NOW);
    if (again.unreadable() > 0 || !NetscapeJar.print(again.cookies()).equals(printed)) {
      throw new AssertionError("comes back changed: " + printed);
    }
  }

  private static void demandSendable(String value) {
    if (value.length() > CookieJar.MOST_SENT) throw new AssertionError("too much: " + value);
    Fields.of("Cookie", value); // refuses what would break out of its line
  }

  private static Url url() {
    try {
      return Url.parse("https://www.example.com/a/b");
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }
}
