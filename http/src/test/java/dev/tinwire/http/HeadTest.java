package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.EndOfStream;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {
  private static final Limits SMALL = new Limits(20, 12, 3, 57, 16, 16);

  private static RequestHead request(String text) throws IOException {
    return RequestHead.read(Wire.reader(text), Limits.SERVER, Leniency.SERVER);
  }

  private static void refused(int status, String text, Limits limits) {
    var refused =
        assertThrows(
            BadMessage.class, () -> RequestHead.read(Wire.reader(text), limits, Leniency.SERVER));
    assertEquals(status, refused.status().code(), refused.getMessage());
  }

  @Test
  void aRequestIsReadUpToItsEmptyLineAndNoFurther() throws IOException {
    var in = Wire.reader("GET /a HTTP/1.1\r\nHost: h\r\nX:  \u00e9\t\r\n\r\nbody");
    var head = RequestHead.read(in, Limits.SERVER, Set.of());
    assertEquals("GET /a HTTP/1.1", head.line().toString());
    assertEquals(Fields.of("Host", "h", "X", "\u00e9"), head.fields());
    assertEquals("body", Wire.text(in.exactly("rest", 4)));
    assertTrue(in.atEnd());
  }

  @Test
  void aRequestIsWrittenOctetByOctet() throws IOException {
    String text = "GET /a HTTP/1.1\r\nHost: h\r\nX: \u00e9\u00ff\r\n\r\n";
    assertEquals(text, Wire.text(request(text).toBytes()));
  }

  @Test
  void anInterimResponseIsAHeadOfItsOwn() throws IOException {
    var in = Wire.reader("HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n");
    assertTrue(ResponseHead.read(in, Limits.CLIENT, Set.of()).status().isInformational());
    var last = ResponseHead.read(in, Limits.CLIENT, Set.of());
    assertEquals(new ResponseHead(new StatusLine(Status.OK), Fields.NONE), last);
    assertEquals("HTTP/1.1 200 OK\r\n\r\n", Wire.text(last.toBytes()));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\\nHost: h\\n\\n",
        "GET / HTTP/1.1\\r\\nHost: h\\n\\r\\n",
        "GET / HTTP/1.1\\r\\nHost: h\\r\\n\\n",
        "GET / HTTP/1.1\\rHost: h\\r\\n\\r\\n",
        "GET / HTTP/1.1\\r\\nHost: h\\r\\r\\n\\r\\n",
        "GET / HTTP/1.1\\r\\nHost: h\\rX: y\\r\\n\\r\\n",
        "GET / HTTP/1.1\\r\\nHost: h\\r\\nX: a\\0b\\r\\n\\r\\n",
        "GET / HTTP/1.1\\r\\nHost: h\\r\\nX: a\\r\\n folded\\r\\n\\r\\n",
        "GET / HTTP/1.1\\r\\nHost: h\\r\\nX: a\\r\\n\\tfolded\\r\\n\\r\\n",
        "GET / HTTP/1.1\\r\\n Host: h\\r\\n\\r\\n",
        "GET / HTTP/1.1\\r\\n \\r\\nHost: h\\r\\n\\r\\n",
        "GET / HTTP/1.1\\r\\nHost : h\\r\\n\\r\\n",
        "GET / HTTP/1.1\\r\\nHost h\\r\\n\\r\\n",
        "\\r\\n\\r\\nGET / HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n",
        " GET / HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n",
        "GET /\\r\\n\\r\\n"
      })
  void brokenHeadsAreRefused(String cell) {
    refused(400, Wire.unescape(cell), Limits.SERVER);
  }

  @ParameterizedTest(name = "{0}: [{1}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | GET / HTTP/1.1\\r\\n\\r\\n
          400 | GET / HTTP/1.1\\r\\nHost: a\\r\\nHost: a\\r\\n\\r\\n
          400 | GET / HTTP/1.0\\r\\nHost: a\\r\\nhost: a\\r\\n\\r\\n
          400 | GET / HTTP/1.1\\r\\nHost: a, b c\\r\\n\\r\\n
          400 | GET / HTTP/1.0\\r\\nHost: u@a\\r\\n\\r\\n
          400 | GET http://a/ HTTP/1.1\\r\\n\\r\\n
          400 | GET http://a/ HTTP/1.1\\r\\nHost: a?\\r\\n\\r\\n
          505 | GET / HTTP/2.0\\r\\nHost: a\\r\\n\\r\\n
          """)
  void hostAndVersionAreChecked(int status, String cell) {
    refused(status, Wire.unescape(cell), Limits.SERVER);
  }

  @Test
  void hostMayBeAbsentInOldRequestsAndEmptyInNewOnes() throws IOException {
    assertEquals(Optional.empty(), request("GET / HTTP/1.0\r\n\r\n").host());
    assertEquals(
        Optional.of(new HostField("", OptionalInt.empty())),
        request("GET / HTTP/1.1\r\nHost:\r\n\r\n").host());
  }

  @ParameterizedTest(name = "[{0}] is for {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET / HTTP/1.1        | h
          GET http://a:81/ HTTP/1.1 | a:81
          OPTIONS * HTTP/1.1    | h
          CONNECT b:443 HTTP/1.1 | b:443
          """)
  void theTargetsAuthorityCountsBeforeHost(String line, String authority) throws IOException {
    var head = request(line + "\r\nHost: h\r\n\r\n");
    assertEquals(authority, head.authority().orElseThrow().toString());
  }

  @ParameterizedTest(name = "{0}: [{1}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          414 | GET /3456789 HTTP/1.1\\r\\nHost:\\r\\n\\r\\n
          431 | GET / HTTP/1.1\\r\\nHost:\\r\\nX: 3456789012\\r\\n\\r\\n
          431 | GET / HTTP/1.1\\r\\nHost:\\r\\nA:\\r\\nB:\\r\\nC:\\r\\n\\r\\n
          431 | GET / HTTP/1.1\\r\\nHost: 789012\\r\\nA: 456789012\\r\\nB: 456789012\\r\\n\\r\\n
          """)
  void whatIsTooLongHasItsOwnStatus(int status, String cell) {
    refused(status, Wire.unescape(cell), SMALL);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "GET /345678 HTTP/1.1\\r\\nHost:\\r\\n\\r\\n",
        "GET / HTTP/1.1\\r\\nHost:\\r\\nX: 456789012\\r\\n\\r\\n",
        "GET / HTTP/1.1\\r\\nHost:\\r\\nA:\\r\\nB:\\r\\n\\r\\n",
        "GET / HTTP/1.1\\r\\nHost: 789012\\r\\nA: 456789012\\r\\nB: 45678901\\r\\n\\r\\n"
      })
  void whatIsJustShortEnoughIsRead(String cell) throws IOException {
    var _ = RequestHead.read(Wire.reader(Wire.unescape(cell)), SMALL, Set.of());
  }

  @Test
  void anEndlessLineIsRefusedLongBeforeItEnds() {
    refused(414, "GET /" + "a".repeat(20_000), Limits.SERVER);
    refused(431, "GET / HTTP/1.1\r\nHost: h\r\nX: " + "a".repeat(20_000), Limits.SERVER);
    refused(431, "GET / HTTP/1.1\r\nHost: h\r\n" + "X: y\r\n".repeat(101), Limits.SERVER);
  }

  @Test
  void foldsAndDroppedLinesCountAsLines() {
    String blanks = "HTTP/1.1 200 OK\r\n" + " x\r\n".repeat(1001);
    String folds = "HTTP/1.1 200 OK\r\nA: b\r\n" + " x\r\n".repeat(1000);
    String longFold = "HTTP/1.1 200 OK\r\nA: b\r\n" + (" " + "x".repeat(60_000) + "\r\n").repeat(2);
    for (String text : new String[] {blanks, folds, longFold}) {
      var refused =
          assertThrows(
              BadMessage.class,
              () -> ResponseHead.read(Wire.reader(text), Limits.CLIENT, Leniency.CLIENT));
      assertEquals(431, refused.status().code());
    }
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", "GET", "GET / HTTP/1.1\\r\\n", "GET / HTTP/1.1\\r\\nHost: h\\r\\n"})
  void aHeadCutShortIsAnEndOfStream(String cell) {
    assertThrows(EndOfStream.class, () -> request(Wire.unescape(cell)));
  }
}
