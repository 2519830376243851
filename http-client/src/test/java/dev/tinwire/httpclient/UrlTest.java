package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.Malformed;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What this client asks of a URL; the reading itself is held by {@link WptUrlTest}. */
class UrlTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      textBlock =
          """
          example.com,            http://example.com/
          example.com/a?b,        http://example.com/a?b
          localhost:8080,         http://localhost:8080/
          localhost:8080/x,       http://localhost:8080/x
          [::1]:8080/x,           http://[::1]:8080/x
          HTTPS://Example.COM:443, https://example.com/
          user@example.com,       http://user@example.com/
          //example.com/x,        http://example.com/x
          127.1,                  http://127.0.0.1/
          bücher.example,         http://xn--bcher-kva.example/
          mailto:me@example.com,  mailto:me@example.com
          """)
  void whatAPersonTypes(String typed, String href) throws Malformed {
    assertEquals(href, Url.typed(typed).href());
  }

  @ParameterizedTest(name = "{0}: Host {1}, target {2}, port {3}, origin {4}")
  @CsvSource(
      textBlock =
          """
          http://h/,              h,        /,     80,   http://h
          https://h:443/a/../b?q#f, h,      /b?q,  443,  https://h
          https://h:8443?q,       h:8443,   /?q,   8443, https://h:8443
          http://[::1]:81/,       [::1]:81, /,     81,   http://[::1]:81
          http://a:b@h/x,         h,        /x,    80,   http://h
          """)
  void whatARequestSays(String url, String host, String target, int port, String origin)
      throws Malformed {
    Url parsed = Url.parse(url);
    assertEquals(host, parsed.hostField());
    assertEquals(target, parsed.target());
    assertEquals(port, parsed.dialledPort().orElseThrow());
    assertEquals(origin, parsed.origin().toString());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://h:99999/    | ports end at 65535                             | 9
          http://h:x/        | a port is a number                             | 9
          http://a b/        | a host has no ' '                              | 7
          http:///           | a host is missing                              | 0
          http://u:p@/       | has credentials and no host                    | 7
          page.html          | a scheme is missing, such as https://          | 0
          http://[::1/       | a closing bracket is missing                   | 7
          http://[fe80::1%1] | in brackets there is an IPv6 address without a zone | 7
          http://1.2.3.256/  | ends in a number and is no IPv4 address        | 7
          """)
  void faultsAreNamed(String url, String problem, int at) {
    Malformed fault = assertThrows(Malformed.class, () -> Url.parse(url));
    assertEquals(problem, fault.problem());
    assertEquals(at, fault.at());
  }

  @Test
  void aPasswordIsNotForEyes() throws Malformed {
    Url url = Url.parse("https://me:secret@example.com/x");
    assertEquals("https://me:***@example.com/x", url.toString());
    assertEquals("https://me:secret@example.com/x", url.href());
    assertEquals("https://example.com/x", url.withoutCredentials().href());
    assertTrue(url.hasCredentials());
  }

  @Test
  void anOriginIsSchemeHostAndPort() throws Malformed {
    Origin origin = Url.parse("https://example.com/a").origin();
    assertTrue(origin.isSameAs(Url.parse("https://u@EXAMPLE.com:443/b?c").origin()));
    assertFalse(origin.isSameAs(Url.parse("http://example.com/a").origin()));
    assertFalse(origin.isSameAs(Url.parse("https://example.com:8443/a").origin()));
    assertFalse(origin.isSameAs(Url.parse("https://www.example.com/a").origin()));
    Origin opaque = Url.parse("data:,x").origin();
    assertFalse(opaque.isSameAs(opaque));
  }

  @ParameterizedTest(name = "{0} over TLS is {1}")
  @CsvSource(
      textBlock =
          """
          http://h/x,      https://h/x
          http://h:80/x,   https://h/x
          http://h:443/x,  https://h/x
          http://h:8080/x, https://h:8080/x
          https://h/x,     https://h/x
          """)
  void hstsTurnsIntoTls(String plain, String secure) throws Malformed {
    assertEquals(secure, Url.parse(plain).upgraded().href());
  }

  @Test
  void whatIsTooLongIsRefused() {
    String tooLong = "http://h/" + "a".repeat(Url.MOST);
    assertThrows(Malformed.class, () -> Url.parse(tooLong));
  }

  @Test
  void namesCanBeReadInTheirScript() {
    assertEquals("bücher.example", Idna.toUnicode("xn--bcher-kva.example"));
    assertEquals("xn--a", Idna.toUnicode("xn--a")); // a fake one stays as it is
  }

  @Property
  void punycodeComesBack(@ForAll String text) {
    if (text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff)) return;
    if (text.chars().allMatch(c -> c < 0x80) || text.length() > 40) return;
    assertEquals(text, Punycode.decode(Punycode.encode(text)).orElseThrow());
  }

  @Property
  void anyReferenceResolvesOrIsRefused(@ForAll String reference) throws Malformed {
    Url base = Url.parse("https://user@example.com:8443/a/b?q#f");
    Url resolved;
    try {
      resolved = base.resolve(reference);
    } catch (Malformed refused) {
      return;
    }
    assertEquals(resolved, Url.parse(resolved.href()));
  }
}
