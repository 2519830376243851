package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other sites change nothing here, whatever they make a browser send. */
final class SameOriginTest {
  @ParameterizedTest(name = "Sec-Fetch-Site: {0}, Origin: {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # Sec-Fetch-Site | Origin                  | allowed
          -                | -                       | true
          same-origin      | -                       | true
          same-origin      | http://site.test        | true
          none             | -                       | true
          same-site        | http://a.site.test      | false
          cross-site       | http://site.test        | false
          cross-site       | -                       | false
          nonsense         | http://site.test        | false
          -                | http://site.test        | true
          -                | HTTP://SITE.TEST        | false
          -                | http://Site.Test        | true
          -                | http://site.test:80     | true
          -                | https://site.test       | true
          -                | http://site.test:81     | false
          -                | http://evil.test        | false
          -                | http://site.test.evil   | false
          -                | http://evil.site.test   | false
          -                | null                    | false
          -                | ftp://site.test         | false
          -                | site.test               | false
          """)
  void whoeverAsksMustBeOurselvesOrNobody(String site, String origin, boolean allowed)
      throws Exception {
    String head = TestSite.head("PUT", "/a");
    if (site != null) head += "Sec-Fetch-Site: " + site + "\n";
    if (origin != null) head += "Origin: " + origin + "\n";
    assertEquals(allowed, SameOrigin.allows(TestSite.request(head)));
  }

  /** {@code --cors=ORIGIN}: whom the user has named, and nobody else. */
  @ParameterizedTest
  @CsvSource({
    "http://app.test, 201",
    "http://other.test, 403",
    "http://app.test.evil, 403",
    "null, 403",
    "*, 403"
  })
  void aFriendMayChangeWhatOurOwnPagesMay(String origin, int status, @TempDir Path root)
      throws Exception {
    var inbox = Inbox.writable(root).with(Friends.of(List.of("*", "http://app.test")));
    String head = TestSite.head("PUT", "/a", "Sec-Fetch-Site: cross-site", "Origin: " + origin);
    assertEquals(status, TestSite.ask(inbox.handler(), head).status());
  }

  @Test
  void underTlsAPageWithoutItIsAnotherOnes() {
    assertEquals(true, SameOrigin.same("https://h", "h", true));
    assertEquals(true, SameOrigin.same("https://h:443", "h", true));
    assertEquals(false, SameOrigin.same("http://h", "h", true));
    assertEquals(true, SameOrigin.same("https://[::1]:8443", "[::1]:8443", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "POST", "DELETE", "MKCOL", "MOVE"})
  void noMethodIsForgotten(String method, @TempDir Path root) throws Exception {
    var handler = Inbox.writable(root).handler();
    String head = TestSite.head(method, "/a", "Origin: http://evil.test", "Destination: /b");
    assertEquals(403, TestSite.ask(handler, head).status());
  }
}
