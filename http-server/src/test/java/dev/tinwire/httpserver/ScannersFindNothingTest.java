package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Loopback;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What nikto and its like try at a server nobody has configured: methods that change things, files
 * that lie about, ways out of the folder, and what answers tell of the machine. Beside each test
 * stands the rule of ours that it stands for.
 */
final class ScannersFindNothingTest {
  private static final String SECRET = "root:x:0:0:secret";

  @TempDir private static Path temp;
  private static @Nullable Serving server;

  @BeforeAll
  static void start() throws Exception {
    Path site = Files.createDirectory(temp.resolve("site"));
    TestSite.in(site)
        .file("a.txt", "0123456789")
        .file("page/index.html", "<!doctype html><title>page</title>")
        .file("plain/b.txt", "b")
        .file(".git/config", SECRET)
        .file(".env", SECRET)
        .file(".htpasswd", SECRET)
        .file("plain/.DS_Store", SECRET);
    Files.writeString(temp.resolve("passwd"), SECRET);
    Files.createSymbolicLink(site.resolve("out"), temp);
    server = new Serving(temp.resolve("home"), site);
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  private static Serving server() {
    if (server == null) throw new AssertionError("it was not started");
    return server;
  }

  private static Fetched ask(String method, String target, String... lines) throws IOException {
    return Fetched.from(server().address(), method, target, lines);
  }

  /** Bytes as they are, and all that is said to them. */
  private static String said(String bytes) throws IOException {
    try (var socket = new Socket()) {
      socket.setSoTimeout(10_000);
      socket.connect(server().address());
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return LocalServer.rest(socket);
    }
  }

  private static Stream<String> words(String text) {
    return text.strip().lines().flatMap(line -> Stream.of(line.split(" ")));
  }

  /** Read-only is the default, and no method is on that nobody asked for. */
  @ParameterizedTest
  @MethodSource
  void noMethodChangesAnythingOrEchoes(String method) throws IOException {
    Fetched it = ask(method, "/a.txt", "X-Echo: come-back", "Destination: /b.txt");
    assertTrue(it.status() == 405 || it.status() == 501, method + " " + it.status());
    assertFalse(it.octets().contains("come-back"));
    assertEquals("0123456789", ask("GET", "/a.txt").octets());
    assertEquals("GET, HEAD, OPTIONS", ask("OPTIONS", "/a.txt").field("Allow"));
  }

  static Stream<String> noMethodChangesAnythingOrEchoes() {
    return words(
        """
        PUT DELETE POST PATCH TRACE TRACK DEBUG PROPFIND PROPPATCH COPY MOVE MKCOL LOCK SEARCH get
        GETS INDEX
        """);
  }

  /** What is hidden and what is not there look the same, whatever the name. */
  @ParameterizedTest
  @MethodSource
  void nothingLiesAbout(String target) throws IOException {
    Fetched random = ask("GET", "/kx3vqe8721");
    Fetched it = ask("GET", target.replace("#", "%23"));
    assertEquals(404, random.status());
    assertEquals(404, it.status(), it.octets());
    assertEquals(random.octets(), it.octets());
    assertEquals(random.fields().without("Date"), it.fields().without("Date"));
  }

  static Stream<String> nothingLiesAbout() {
    return words(
        """
        /.git/config /.git/HEAD /.env /.htpasswd /.htaccess /.svn/entries /plain/.DS_Store
        /out/passwd /server-status /server-info /cgi-bin/ /cgi-bin/test.cgi /phpinfo.php
        /wp-login.php /admin/ /manager/html /web.config /WEB-INF/web.xml /crossdomain.xml
        /clientaccesspolicy.xml /a.txt~ /a.txt.bak /a.txt.old /a.bak /#a.txt# /.a.txt.swp /site.zip
        /backup.tar.gz /-/health /-/metrics /-/login /-/live /CVS/Root /icons/ /a /a.txt/
        /a.txt/more.php /A.TXT /a.txt::$DATA /a.txt%20 /a.txt.
        /%3f=PHPE9568F36-D428-11d2-A769-00AA001ACF42
        """);
  }

  /** No name that comes in an address gets out of the folder, or back into the page. */
  @ParameterizedTest
  @MethodSource
  void noSpellingLeadsOut(String target) throws IOException {
    for (String version : new String[] {"1.0", "1.1"}) {
      String it = said("GET " + target + " HTTP/" + version + "\r\nHost: h\r\n\r\n");
      assertTrue(it.matches("(?s)HTTP/1\\.1 (400|404) .*"), target + " was answered " + it);
      assertFalse(it.contains(SECRET) || it.contains("root:"), target);
    }
  }

  static Stream<String> noSpellingLeadsOut() {
    var ways =
        words(
            """
            .. %2e%2e %2E. .%2e ..%00 %252e%252e ..%5c ..%2f %2e%2e%2f ..; ..\\ %c0%ae%c0%ae
            %uff0e%uff0e ..%c0%af ..%255c ....// x/../.. ./.. %2e%2e%5c ..%01 ..%09
            \u00e0\u0080\u00ae out page/..%2f..
            """);
    return ways.flatMap(
        way -> Stream.of("/" + way + "/passwd", "/" + (way + "/").repeat(12) + "etc/passwd"));
  }

  /** Faults of a request are told apart, and nothing that came is shown as HTML. */
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /<script>alert(1)</script> HTTP/1.1    | 400
          GET /?q=<script>alert(1)</script> HTTP/1.1 | 400
          GET /%3Cscript%3Ealert(1)%3C/script%3E HTTP/1.1 | 404
          GET /%00 HTTP/1.1                          | 404
          GET /a.txt%00.html HTTP/1.1                | 404
          GET a.txt HTTP/1.1                         | 400
          GET /a.txt                                 | 400
          GET                                        | 400
          GET /a.txt HTTP/9.9                        | 505
          GET /a.txt HTTP/0.9                        | 505
          GET /a.txt FTP/1.1                         | 400
          GET https://elsewhere.test/ HTTP/1.1       | 421
          CONNECT elsewhere.test:80 HTTP/1.1         | 501
          """)
  void faultsAreToldApart(String line, int status) throws IOException {
    String it = said(line + "\r\nHost: h\r\nConnection: close\r\nAccept: text/html\r\n\r\n");
    assertTrue(it.startsWith("HTTP/1.1 " + status + " "), it);
    assertFalse(it.toLowerCase(Locale.ROOT).contains("<script>alert"), it);
    assertTrue(it.contains("\r\nX-Content-Type-Options: nosniff\r\n"), it);
  }

  @Test
  void anAddressOfAnyLengthIsAnswered() throws IOException {
    for (int length : new int[] {1000, 9000, 200_000}) {
      String it = said("GET /" + "a".repeat(length) + " HTTP/1.1\r\nHost: h\r\n\r\n");
      assertTrue(it.startsWith(length < 8000 ? "HTTP/1.1 404 " : "HTTP/1.1 414 "), it);
    }
  }

  /** Nothing tells of what runs here, where, and how its disk looks. */
  @ParameterizedTest
  @ValueSource(strings = {"/", "/a.txt", "/page", "/page/", "/plain/", "/none", "/?json"})
  void answersTellNothingOfTheMachine(String target) throws Exception {
    String it = said("GET " + target + " HTTP/1.0\r\n\r\n");
    for (String field : new String[] {"Server", "X-Powered-By", "Via", "Set-Cookie", "Warning"}) {
      assertFalse(it.contains("\r\n" + field + ":"), it);
    }
    assertFalse(it.contains(Loopback.V4.getHostAddress()), it);
    assertFalse(it.contains(temp.toString()), it);
    Path file = temp.resolve("site/a.txt");
    String inode = Files.getAttribute(file, "unix:ino").toString();
    String tag = ask("GET", "/a.txt").field("ETag");
    assertFalse(tag.contains(inode) || tag.contains(Long.toHexString(Long.parseLong(inode))), tag);
  }

  /** A redirect leads to a path of this server, whatever was asked of which host. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /page                   | /page/
          //page                  |
          //evil.test/%2e%2e/page |
          /page?x=//evil.test     | /page/?x=//evil.test
          /\\evil.test/..         |
          """)
  void noRedirectLeadsElsewhere(String target, @Nullable String location) throws IOException {
    String it = said("GET " + target + " HTTP/1.1\r\nHost: evil.test\r\n\r\n");
    if (location == null) assertFalse(it.contains("\r\nLocation:"), it);
    else assertTrue(it.contains("\r\nLocation: " + location + "\r\n"), it);
  }

  /** Other sites are let in by --cors alone, and our own pages stand in nobody's frame. */
  @Test
  void pagesOfOursAreNobodyElses() throws IOException {
    Fetched it = ask("GET", "/", "Origin: http://evil.test", "Accept: text/html");
    for (var line : it.fields().lines()) {
      assertFalse(line.name().startsWith("Access-Control-"), line.toString());
    }
    assertTrue(it.field("Content-Security-Policy").contains("frame-ancestors 'none'"));
    assertTrue(it.field("Content-Security-Policy").startsWith("default-src 'none'"));
  }

  /** Many overlapping parts are not made into more than the whole (CVE-2011-3192). */
  @Test
  void manyRangesAreNotAnsweredByMoreThanThereIs() throws IOException {
    var parts = new StringBuilder("Range: bytes=0-");
    IntStream.range(0, 1300).forEach(i -> parts.append(",5-").append(i));
    Fetched it = ask("GET", "/a.txt", parts.toString());
    assertTrue(it.octets().length() <= 10, it.status() + ": " + it.octets().length());
  }
}
