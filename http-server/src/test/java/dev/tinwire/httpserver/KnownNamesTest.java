package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Loopback;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stranger's name that leads to our loopback leads nowhere ({@code --host-name}). */
final class KnownNamesTest {
  private static final String CLOSE = "Connection: close\r\n\r\n";

  @TempDir Path temp;

  @ParameterizedTest(name = "[{0}] is {1}")
  @CsvSource(
      textBlock =
          """
          localhost            , 200
          LocalHost:8080       , 200
          localhost.           , 200
          app.localhost:8080   , 200
          127.0.0.1:8080       , 200
          10.1.2.3             , 200
          [::1]:8080           , 200
          files.example.org    , 200
          FILES.example.org:80 , 200
          files.example.org.   , 200
          box                  , 200
          ''                   , 200
          evil.example         , 421
          localhost.evil       , 421
          notlocalhost         , 421
          127.0.0.1.evil       , 421
          127.1                , 421
          0x7f000001           , 421
          x.files.example.org  , 421
          *                    , 421
          """)
  void onlyNamesThatCanBeOursAreAnswered(String host, int status) throws IOException {
    TestSite.in(temp).file("a", "a");
    var names =
        new KnownNames(
            TestSite.in(temp).handler(), Set.of("files.example.org"), true, "box"::equals);
    var head = TestSite.head("GET", "/a").replace("site.test", host);
    assertEquals(status, TestSite.ask(names, head).status());
  }

  @Test
  void theAbsoluteFormCountsAndNotTheFieldBesideIt() throws IOException {
    TestSite.in(temp).file("a", "a");
    var names = new KnownNames(TestSite.in(temp).handler(), Set.of(), true, "box"::equals);
    String head = "GET http://evil.example/a HTTP/1.1\nHost: localhost\n";
    assertEquals(421, TestSite.ask(names, head).status());
  }

  @Test
  void programsThatAreNoBrowsersAreAskedOnlyWhereNamesAreGiven() throws IOException {
    TestSite.in(temp).file("a", "a");
    var browsers = new KnownNames(TestSite.in(temp).handler(), Set.of(), false, "box"::equals);
    String program = TestSite.head("GET", "/a");
    assertEquals(200, TestSite.ask(browsers, program).status());
    assertEquals(421, TestSite.ask(browsers, program + "Accept-Language: de\n").status());
    assertEquals(421, TestSite.ask(browsers, program + "Accept-Language:\n").status());
  }

  @ParameterizedTest(name = "names {0}, open {1}, TLS {2}: {3}")
  @CsvSource(
      textBlock =
          """
          ''      , false , false , []
          ''      , true  , false , all
          ''      , false , true  , all
          a       , false , false , [a]
          a       , true  , true  , [a]
          *       , false , false , all
          a *     , true  , false , all
          """)
  void itIsAskedWhereOnlyThisComputerCanComeOrWhereTheUserSaysSo(
      String names, boolean open, boolean secure, String asked) {
    var given = names.isEmpty() ? List.<String>of() : List.of(names.split(" ", -1));
    var rule = NameRule.decide(given, open, secure);
    assertEquals(asked, rule.given().map(Set::toString).orElse("all"));
  }

  @Test
  void theWholeCommandSaysWhatToDoAlsoWhenItKnowsTheAnswerByHeart() throws Exception {
    Path site = Files.createDirectory(temp.resolve("site"));
    Files.writeString(site.resolve("a.txt"), "hello");
    try (var server = new Serving(temp.resolve("home"), site, "--quiet")) {
      for (int again = 0; again < 3; again++) {
        assertTrue(said(server, "localhost").endsWith("\r\n\r\nhello"));
        String refused = said(server, "evil.example");
        assertTrue(refused.startsWith("HTTP/1.1 421 Misdirected Request\r\n"), refused);
        assertTrue(refused.endsWith("start it with --host-name evil.example\n"), refused);
      }
    }
    try (var server =
        new Serving(temp.resolve("home"), site, "--quiet", "--host-name", "evil.example")) {
      assertTrue(said(server, "evil.example").endsWith("\r\n\r\nhello"));
      assertTrue(said(server, "other.example").startsWith("HTTP/1.1 421 "));
    }
  }

  private static String said(Serving server, String host) throws IOException {
    try (var socket = new Socket(Loopback.V4, server.address().getPort())) {
      String head = "GET /a.txt HTTP/1.1\r\nHost: " + host + "\r\nAccept-Language: de\r\n" + CLOSE;
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return LocalServer.rest(socket);
    }
  }
}
