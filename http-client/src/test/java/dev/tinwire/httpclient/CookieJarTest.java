package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Fields;
import dev.tinwire.testkit.FakeClock;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What RFC 6265bis added to cookies, the bounds, and the jar on disk. */
class CookieJarTest {
  private final FakeClock clock = new FakeClock();
  private final CookieJar jar = new CookieJar(PublicSuffixes.builtIn(), clock);

  private String set(String from, String setCookie, SameSite.Initiator initiator) throws Malformed {
    return switch (jar.receive(Url.parse(from), List.of(setCookie), initiator).getFirst()) {
      case CookieVerdict.Accepted _ -> "kept";
      case CookieVerdict.Ignored(String reason) -> reason;
    };
  }

  private String set(String from, String setCookie) throws Malformed {
    return set(from, setCookie, SameSite.Initiator.SAME_SITE);
  }

  private String sent(String to) throws Malformed {
    return sent(to, SameSite.Initiator.SAME_SITE);
  }

  private String sent(String to, SameSite.Initiator initiator) throws Malformed {
    return jar.cookiesFor(Url.parse(to), initiator).orElse("");
  }

  @ParameterizedTest(name = "{0} sets {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://a.example.com/ | a=b; Domain=example.com        | kept
          https://a.example.com/ | a=b; Domain=com                | for a public suffix: com
          https://a.example.co.uk/ | a=b; Domain=co.uk            | for a public suffix: co.uk
          https://github.io/     | a=b; Domain=github.io          | kept
          https://a.example.com/ | a=b; Domain=other.com          | for a domain that a.example.com is not in: other.com
          http://127.0.0.1/      | a=b; Domain=127.0.0.1          | kept
          http://127.0.0.1/      | a=b; Domain=0.0.1              | for a domain that 127.0.0.1 is not in: 0.0.1
          http://[::1]/          | a=b                            | kept
          http://h/              | a=b; Secure                    | Secure, and not over TLS
          https://h/             | a=b; SameSite=None             | SameSite=None without Secure
          https://h/             | a=b; SameSite=None; Secure     | kept
          https://h/             | __Secure-a=b                   | __Secure- without Secure
          https://h/             | __Secure-a=b; Secure           | kept
          https://h/             | __Host-a=b; Secure             | __Host- without Secure, with a Domain, or without Path=/
          https://h/             | __Host-a=b; Secure; Path=/     | kept
          https://h/             | __HOST-a=b; Secure; Path=/x    | __Host- without Secure, with a Domain, or without Path=/
          https://h/             | =__Host-a                      | a value that looks like a prefixed name
          https://h/             | =a=b                           | nameless, and looks named
          https://h/             | ''                             | empty, too long, or with a control character
          """)
  void whatIsKept(String from, String setCookie, String verdict) throws Malformed {
    assertEquals(verdict, set(from, setCookie));
  }

  @ParameterizedTest(name = "SameSite={0}: {1} sends {2}")
  @CsvSource(
      textBlock =
          """
          Strict, SAME_SITE,  a=b
          Strict, NAVIGATION, ''
          Strict, OTHER_SITE, ''
          Lax,    NAVIGATION, a=b
          Lax,    OTHER_SITE, ''
          None,   OTHER_SITE, a=b
          ,       NAVIGATION, a=b
          ,       OTHER_SITE, ''
          """)
  void sameSiteIsHeeded(String sameSite, SameSite.Initiator initiator, String sent)
      throws Malformed {
    String attribute = sameSite == null ? "" : "; SameSite=" + sameSite;
    assertEquals("kept", set("https://h/", "a=b; Secure" + attribute));
    assertEquals(sent, sent("https://h/", initiator));
  }

  @Test
  void aSecureOneStaysAtHomeWithoutTls() throws Malformed {
    set("https://h/", "a=secret; Secure");
    assertEquals("", sent("http://h/"));
    assertEquals("a=secret", sent("https://h:8443/"));
  }

  @Test
  void nobodyOnAnOpenLineReplacesASecureOne() throws Malformed {
    set("https://h.example/", "a=secret; Secure");
    assertEquals("over one that was set over TLS", set("http://h.example/", "a=forged"));
    assertEquals("kept", set("http://h.example/", "b=new"));
    assertEquals("a=secret; b=new", sent("https://h.example/"));
  }

  @Test
  void timeEndsThem() throws Malformed {
    set("http://h/", "a=1; Max-Age=60");
    set("http://h/", "b=2; Max-Age=999999999999");
    set("http://h/", "c=3");
    clock.advance(Duration.ofSeconds(60));
    assertEquals("b=2; c=3", sent("http://h/"));
    clock.advance(SetCookie.LONGEST_LIFE);
    assertEquals("c=3", sent("http://h/"));
  }

  @Test
  void ofADomainTheOldestGoFirst() throws Malformed {
    for (int i = 0; i < CookieJar.MOST_OF_A_DOMAIN + 2; i++) set("http://h/", "c" + i + "=v");
    assertEquals(CookieJar.MOST_OF_A_DOMAIN, jar.cookies().size());
    assertEquals("c2", jar.cookies().getFirst().name());
  }

  @Test
  void theWholeJarIsBounded() throws Malformed {
    for (int i = 0; i < CookieJar.MOST + 5; i++) set("http://h" + i + "/", "a=v");
    assertEquals(CookieJar.MOST, jar.cookies().size());
    assertEquals("h5", jar.cookies().getFirst().domain());
  }

  @Test
  void aFieldIsBoundedAndEndsWithAWholeCookie() throws Malformed {
    for (int i = 0; i < 5; i++) set("http://h/", "c" + i + "=" + "v".repeat(2000));
    String sent = sent("http://h/");
    assertTrue(sent.length() <= CookieJar.MOST_SENT && sent.endsWith("v"), sent.length() + "");
    assertEquals(4, sent.split("; ", -1).length);
  }

  @Test
  void aJarComesBackFromItsFile(@TempDir Path folder) throws IOException {
    set("https://www.example.com/a/b", "a=1; Domain=example.com; Secure; HttpOnly; Max-Age=60");
    set("https://www.example.com/a/b", "s=2; SameSite=Strict");
    set("https://www.example.com/a/b", "=v");
    Path file = folder.resolve("jar");
    CookieFile.save(file, jar.cookies());
    assertEquals(
        """
        # Netscape HTTP Cookie File
        # Cookies are secrets: keep this file private.

        #HttpOnly_.example.com\tTRUE\t/a\tTRUE\t1767225660\ta\t1
        # SameSite=STRICT
        www.example.com\tFALSE\t/a\tFALSE\t0\ts\t2
        www.example.com\tFALSE\t/a\tFALSE\t0\t\tv
        """,
        Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    var other = new CookieJar(PublicSuffixes.builtIn(), clock);
    assertEquals(0, CookieFile.load(file, other, clock.instant()));
    assertEquals(NetscapeJar.print(jar.cookies()), NetscapeJar.print(other.cookies()));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count(), "no temporary file stays");
    }
  }

  @Test
  void aFileOfCurlIsRead(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("jar");
    Files.writeString(
        file,
        """
        # Netscape HTTP Cookie File
        # https://curl.se/docs/http-cookies.html

        127.0.0.1\tFALSE\t/\tFALSE\t0\ta\tb
        .example.com\tTRUE\t/x\tTRUE\t4102444800\tempty\t
        this is no cookie
        h\tFALSE\t/\tFALSE\tsoon\ta\tb
        """);
    assertEquals(2, CookieFile.load(file, jar, clock.instant()));
    assertEquals("a=b", sent("http://127.0.0.1/"));
    assertEquals("empty=", sent("https://www.example.com/x/y"));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dear diary           | not a cookie jar
          # a comment⏎host h⏎  | a configuration
          {"a":1}              | JSON
          """)
  void aFileThatHoldsSomethingElseIsNotReplaced(String text, String what, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("jar");
    Files.writeString(file, text.replace('⏎', '\n'));
    var refused =
        assertThrows(WireException.class, () -> CookieFile.load(file, jar, clock.instant()), what);
    assertTrue(String.valueOf(refused.getMessage()).contains("holds something else than cookies"));
  }

  @Test
  void aTitleMakesAJarOfAFileWithFaults(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("jar");
    Files.writeString(file, "# HTTP Cookie File\nbroken\n");
    assertEquals(1, CookieFile.load(file, jar, clock.instant()));
  }

  @Test
  void aJarThatIsNotThereYetIsEmpty(@TempDir Path folder) throws IOException {
    assertEquals(0, CookieFile.load(folder.resolve("none"), jar, clock.instant()));
    assertEquals(List.of(), jar.cookies());
  }

  @Property
  void whateverIsSetCanBeSent(@ForAll String text) throws Malformed {
    var any = new CookieJar(PublicSuffixes.builtIn(), new FakeClock());
    Url url = Url.parse("https://example.com/");
    String line = text.replaceAll("[^\\x00-\\xff]", "?");
    any.receive(url, List.of(line), SameSite.Initiator.SAME_SITE);
    any.cookiesFor(url, SameSite.Initiator.SAME_SITE)
        .ifPresent(sent -> Fields.of("Cookie", sent)); // refuses line breaks
  }
}
