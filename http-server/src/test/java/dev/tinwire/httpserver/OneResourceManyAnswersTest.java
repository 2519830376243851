package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Fields;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same resource asked for in every way is the same resource: what a checker such as REDbot
 * compares beyond a single answer ({@link RedbotTest} has those).
 */
final class OneResourceManyAnswersTest {
  /** Fields that mean nothing in an answer, or nothing any more; each is a note. */
  private static final List<String> OBSOLETE =
      List.of(
          "Pragma",
          "Expires",
          "Warning",
          "Content-MD5",
          "P3P",
          "X-XSS-Protection",
          "X-Pad",
          "X-Cache",
          "Public",
          "Content-Version",
          "Derived-From",
          "Link-Template",
          "URI",
          "Title",
          "Set-Cookie2",
          "Proxy-Connection",
          "Public-Key-Pins",
          "X-Powered-By",
          "Content-Base",
          "MIME-Version",
          "Keep-Alive",
          "Age",
          "Via");

  private static final String TEXT = "all work and no play ".repeat(1000);

  @TempDir private static Path temp;
  private static @Nullable Serving server;

  @BeforeAll
  static void start() throws Exception {
    Path site = Files.createDirectory(temp.resolve("site"));
    TestSite.in(site)
        .file("a.txt", "0123456789")
        .file("long.css", TEXT)
        .file("data.bin", "\u0000\u0001binary".repeat(500))
        .file("page/index.html", "<!doctype html><title>page</title>".repeat(50));
    server = new Serving(temp.resolve("home"), site);
    TestSite.awaitSettled(site.resolve("page/index.html"));
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  private static Fetched ask(String method, String target, String... lines) throws IOException {
    if (server == null) throw new AssertionError("it was not started");
    return Fetched.from(server.address(), method, target, lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/a.txt", "/long.css", "/data.bin", "/page/", "/page", "/", "/none", "/?zip"})
  void headHasTheFieldsOfGet(String target) throws IOException {
    for (String more : new String[] {"Accept-Encoding: gzip", "Accept: text/html", "X-Any: 1"}) {
      Fields get = ask("GET", target, more).fields().without("Date");
      Fetched head = ask("HEAD", target, more);
      assertEquals("", head.octets());
      // RFC 9110 §9.3.2: what only the content tells may be missing.
      assertEquals(
          get.without("Content-Length").without("Transfer-Encoding"),
          head.fields().without("Date").without("Content-Length").without("Transfer-Encoding"));
      if (head.fields().has("Content-Length")) {
        assertEquals(get.all("Content-Length"), head.fields().all("Content-Length"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/a.txt", "/long.css", "/data.bin", "/page/", "/page", "/", "/none", "/?json"})
  void noFieldIsObsoleteTwiceOrUntidy(String target) throws IOException {
    Fields fields = ask("GET", target, "Accept-Encoding: gzip").fields();
    for (String name : OBSOLETE) assertFalse(fields.has(name), name);
    for (var line : fields.lines()) {
      assertEquals(1, fields.all(line.name()).size(), line.name());
      assertTrue(line.name().matches("[A-Z][A-Za-z]*(-[A-Z][A-Za-z]*)*"), line.name());
      assertTrue(line.value().matches("[!-~]([ -~]*[!-~])?"), line.toString());
    }
    assertFalse(fields.has("Content-Length") && fields.has("Transfer-Encoding"));
    assertFalse(fields.lists("Connection", "close"), "it persists without a word (RFC 9112 §9.3)");
    String type = fields.first("Content-Type").orElse("");
    if (type.startsWith("text/")) assertTrue(type.endsWith(";charset=utf-8"), type);
  }

  @Test
  void aTagOfOneCodingIsNoneOfTheOther() throws IOException {
    Fetched plain = ask("GET", "/long.css");
    Fetched coded = ask("GET", "/long.css", "Accept-Encoding: gzip");
    assertNotEquals(plain.field("ETag"), coded.field("ETag"));
    String tag = "If-None-Match: " + coded.field("ETag");
    assertEquals(200, ask("GET", "/long.css", tag).status());
    assertEquals(304, ask("GET", "/long.css", tag, "Accept-Encoding: gzip").status());
    assertEquals("", ask("GET", "/long.css", tag, "Accept-Encoding: gzip").octets());
  }

  @ParameterizedTest(name = "{0} is coded {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip                | gzip
          GZIP                | gzip
          x-gzip              | gzip
          gzip;q=0.001        | gzip
          identity;q=0.5, *   | gzip
          gzip;q=0            |
          gzip;q=0, *         |
          identity, gzip;q=0  |
          deflate, compress   |
          nonsense;q=7        |
          """)
  void whatIsAcceptedIsObeyed(String accepts, @Nullable String coding) throws IOException {
    Fetched it = ask("GET", "/long.css", "Accept-Encoding: " + accepts);
    assertEquals(200, it.status());
    assertEquals(coding == null ? "" : coding, it.field("Content-Encoding"));
    assertTrue(it.fields().lists("Vary", "Accept-Encoding"));
    assertEquals(coding == null, it.octets().equals(TEXT));
  }

  @ParameterizedTest(name = "[{0}] is {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Range: bytes=0-0                        | 206 | 0
          Range: bytes=-3                         | 206 | 789
          Range: bytes=8-                         | 206 | 89
          Range: bytes=5-999                      | 206 | 56789
          Range: bytes=10-                        | 416 | bytes */10
          Range: bytes=-0                         | 416 | bytes */10
          Range: lines=1-2                        | 200 | 0123456789
          Range: bytes=5-2                        | 200 | 0123456789
          Range: bytes=a-b                        | 200 | 0123456789
          Range: bytes=1-1~If-Range: TAG          | 206 | 1
          Range: bytes=1-1~If-Range: "other"      | 200 | 0123456789
          Range: bytes=1-1~If-Range: W/TAG        | 200 | 0123456789
          Range: bytes=1-1~If-None-Match: TAG     | 304 |
          Range: bytes=1-1~If-Match: "other"      | 412 |
          If-None-Match: W/TAG                    | 304 |
          If-None-Match: "x", TAG, "y"            | 304 |
          If-None-Match: *                        | 304 |
          If-None-Match: "x"~If-Modified-Since: DATE | 200 | 0123456789
          If-Modified-Since: DATE                 | 304 |
          If-Modified-Since: yesterday            | 200 | 0123456789
          """)
  void partsAndConditionsAreThoseOfTheWhole(String lines, int status, @Nullable String content)
      throws IOException {
    Fetched whole = ask("GET", "/a.txt");
    String[] asked =
        lines
            .replace("TAG", whole.field("ETag"))
            .replace("DATE", whole.field("Last-Modified"))
            .split("~", -1);
    Fetched it = ask("GET", "/a.txt", asked);
    assertEquals(status, it.status());
    if (status == 416) assertEquals(content, it.field("Content-Range"));
    else if (status != 412) assertEquals(content == null ? "" : content, it.octets());
    if (status == 206) {
      assertTrue(it.field("Content-Range").matches("bytes [0-9]+-[0-9]+/10"));
      assertEquals(whole.field("Last-Modified"), it.field("Last-Modified"));
    }
    if (status < 400) assertEquals(whole.field("ETag"), it.field("ETag"));
  }

  @Test
  void aConnectionStaysForTheNextRequest() throws IOException {
    if (server == null) throw new AssertionError("it was not started");
    try (var socket = new Socket()) {
      socket.setSoTimeout(10_000);
      socket.connect(server.address());
      String all = "";
      for (String target : new String[] {"/a.txt", "/none", "/page", "/", "/?json", "/long.css"}) {
        all += "GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n";
      }
      all += "GET /a.txt HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(all.getBytes(StandardCharsets.US_ASCII));
      String said = LocalServer.rest(socket);
      assertEquals(7, said.split("HTTP/1\\.1 [0-9]{3} ", -1).length - 1, said);
      assertTrue(said.endsWith("\r\n\r\n0123456789"), "in their order");
    }
  }

  @ParameterizedTest
  @CsvSource({"/page,/page/", "/page?x=1&y=%20,/page/?x=1&y=%20"})
  void aRedirectNamesAPathThatIsThere(String target, String location) throws IOException {
    Fetched it = ask("GET", target);
    assertEquals(301, it.status());
    assertEquals(location, it.field("Location"));
    assertEquals(200, ask("GET", it.field("Location")).status());
  }
}
