package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.http.FieldLine;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Malformed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --cors} and {@code --header}. */
class WrappersTest {
  private static final Friends ALL = Friends.of(List.of("*"));

  @TempDir Path root;

  private TestSite site() {
    return TestSite.in(root);
  }

  @BeforeEach
  void aFile() throws IOException {
    site().file("a.txt", "a");
  }

  @ParameterizedTest
  @CsvSource({"/a.txt, 200", "/missing, 404"})
  void everyAnswerMayBeReadByOtherSites(String target, int status) throws IOException {
    var reply =
        TestSite.ask(
            new Cors(site().handler(), ALL, MethodRule.ALLOW), TestSite.head("GET", target));
    assertEquals(status, reply.status());
    assertEquals("*", reply.field("Access-Control-Allow-Origin"));
    assertEquals("*", reply.field("Access-Control-Expose-Headers"));
  }

  /** Fetch Standard §3.3.2: before anybody is asked who they are. */
  @Test
  void aBrowserThatAsksBeforehandIsLetThrough() throws IOException {
    Handler closed = request -> PlainRefusal.line(new Status(401), request.fields());
    var cors = new Cors(closed, ALL, MethodRule.ALLOW);
    String origin = "Origin: https://other.test";
    String method = "Access-Control-Request-Method: GET";
    var reply = TestSite.ask(cors, TestSite.head("OPTIONS", "/a.txt", origin, method));
    assertEquals(204, reply.status());
    assertEquals("GET, HEAD, OPTIONS", reply.field("Access-Control-Allow-Methods"));
    assertEquals("*, Authorization", reply.field("Access-Control-Allow-Headers"));
    assertEquals(401, TestSite.ask(cors, TestSite.head("OPTIONS", "/a.txt", origin)).status());
    assertEquals(401, TestSite.ask(cors, TestSite.head("GET", "/a.txt", origin, method)).status());
  }

  @ParameterizedTest(name = "{0} of {1}: {2}, {3}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # --cors              , Origin                , allowed               , methods
          *                     , https://other.test    , *                     , 'GET, HEAD, OPTIONS'
          https://app.test      , https://app.test      , https://app.test      , 'GET, HEAD, OPTIONS, PUT'
          https://app.test      , https://other.test    , -                     , 'GET, HEAD, OPTIONS'
          * https://app.test    , https://app.test      , *                     , 'GET, HEAD, OPTIONS, PUT'
          * https://app.test    , https://other.test    , *                     , 'GET, HEAD, OPTIONS'
          *                     , *                     , *                     , 'GET, HEAD, OPTIONS'
          """)
  void whoIsNamedMayDoMoreThanRead(String friends, String from, String allowed, String methods)
      throws IOException {
    var cors =
        new Cors(
            site().handler(),
            Friends.of(List.of(friends.split(" ", -1))),
            "GET, HEAD, OPTIONS, PUT");
    String origin = "Origin: " + from;
    var reply = TestSite.ask(cors, TestSite.head("GET", "/a.txt", origin));
    assertEquals(Optional.ofNullable(allowed), reply.fields().first("Access-Control-Allow-Origin"));
    boolean all = friends.startsWith("*");
    assertEquals(all, !reply.fields().all("Vary").contains("Origin"), "caches have to know");
    String method = "Access-Control-Request-Method: PUT";
    var beforehand = TestSite.ask(cors, TestSite.head("OPTIONS", "/a.txt", origin, method));
    assertEquals(methods, beforehand.field("Access-Control-Allow-Methods"));
    assertEquals(
        Optional.ofNullable(allowed), beforehand.fields().first("Access-Control-Allow-Origin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "app.test", "https://app.test/", "ftp://app.test", "HTTPS://app.test", "null"})
  void whatIsNoOriginIsRefused(String text) {
    assertThrows(Malformed.class, () -> Friends.parse(text));
  }

  private Received withFields(String target, String... texts) throws IOException {
    var lines = new ArrayList<FieldLine>();
    for (String text : texts) lines.add(AddedFields.parse(text));
    return TestSite.ask(new AddedFields(site().handler(), lines), TestSite.head("GET", target));
  }

  @Test
  void aFieldOfOnesOwnReplacesOurs() throws IOException {
    var reply = withFields("/a.txt", "cache-control: max-age=60", "X-Frame-Options:DENY");
    assertEquals("max-age=60", reply.field("Cache-Control"));
    assertEquals("DENY", reply.field("X-Frame-Options"));
    assertEquals(
        "max-age=60", withFields("/missing", "Cache-Control: max-age=60").field("Cache-Control"));
  }

  @Test
  void severalOfOneNameAreAllSaidAndVaryAddsUp() throws IOException {
    var reply = withFields("/a.txt", "Link: </a>", "Link: </b>", "Vary: Cookie");
    assertEquals(List.of("</a>", "</b>"), reply.fields().all("Link"));
    assertEquals(List.of("Accept-Encoding", "Cookie"), reply.fields().all("Vary"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "X",
        ": x",
        "X y: z",
        "X : y",
        "X: a\r\nB: c",
        "X: \u0000",
        "Content-Length: 1",
        "transfer-encoding: chunked",
        "Connection: close",
        "Date: now",
        "ETag: \"x\""
      })
  void whatIsNoFieldOrOursToSayIsRefused(String text) {
    assertThrows(Malformed.class, () -> AddedFields.parse(text));
  }
}
