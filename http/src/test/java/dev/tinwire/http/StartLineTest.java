package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartLineTest {
  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          GET / HTTP/1.1|GET / HTTP/1.1
          GET / HTTP/1.0|GET / HTTP/1.0
          GET / HTTP/1.9|GET / HTTP/1.1
          get /a?b=c HTTP/1.1|get /a?b=c HTTP/1.1
          M-SEARCH!#$%&'*+-.^_`~ / HTTP/1.1|M-SEARCH!#$%&'*+-.^_`~ / HTTP/1.1
          OPTIONS * HTTP/1.1|OPTIONS * HTTP/1.1
          """)
  void requestLinesAreRead(String line, String printed) throws BadMessage {
    assertEquals(printed, RequestLine.parse(line, Set.of()).toString());
  }

  @ParameterizedTest(name = "[{0}] is answered {1}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          GET|400
          GET /|400
          GET  / HTTP/1.1|400
          GET /  HTTP/1.1|400
          GET / HTTP/1.1 |400
           GET / HTTP/1.1|400
          GET\\t/ HTTP/1.1|400
          GET /\\tHTTP/1.1|400
          GET /a b HTTP/1.1|400
           / HTTP/1.1|400
          G@T / HTTP/1.1|400
          G\\0T / HTTP/1.1|400
          GET / HTTP/2.0|505
          GET / HTTP/0.9|505
          GET / HTTP/9.9|505
          GET / http/1.1|400
          GET / HTTP/1|400
          GET / HTTP/1.10|400
          GET / HTTP/01.1|400
          GET / HTTP/1,1|400
          GET / HTTP/1.x|400
          GET / HTTP/ 1.1|400
          GET / HTTPS/1.1|400
          GET / HTTP/\u0661.1|400
          """)
  void requestLinesAreRefused(String cell, int status) {
    String line = Wire.unescape(cell);
    var refused = assertThrows(BadMessage.class, () -> RequestLine.parse(line, Set.of()));
    assertEquals(status, refused.status().code(), refused.getMessage());
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK",
        "HTTP/1.0 404 Not Found",
        "HTTP/1.1 200 ",
        "HTTP/1.1 200  two blanks: the second is the reason's",
        "HTTP/1.1 405 405",
        "HTTP/1.1 500 Ori\u00ebntatieprobleem\ttab",
        "HTTP/1.1 999 beyond all classes"
      })
  void statusLinesSurvive(String line) throws BadMessage {
    assertEquals(line, StatusLine.parse(line, Set.of()).toString());
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1",
        "HTTP/1.1 ",
        "HTTP/1.1 2",
        "HTTP/1.1 200", // see Leniency.NO_BLANK_BEFORE_REASON
        "HTTP/1.1 20 OK",
        "HTTP/1.1 2000",
        "HTTP/1.1 2000 OK",
        "HTTP/1.1 099 OK",
        "HTTP/1.1 -12 OK",
        "HTTP/1.1 +20 OK",
        "HTTP/1.1  200 OK",
        "HTTP/1.1\t200 OK",
        "HTTP/1.1 200\tOK",
        "HTTP/1.1 \u0662\u0660\u0660 OK",
        "HTTP/1.1 200 O\0K",
        "HTTP/1.1 200 O\u007fK",
        "HTTP/1.01 200 OK",
        "HTTP/2.0 200 OK",
        "HTTP/5.6 200 OK",
        "HTTPER/1.1 200 OK",
        "ICY 200 OK",
        "RTSP/1.1 200 OK"
      })
  void statusLinesAreRefused(String line) {
    assertThrows(BadMessage.class, () -> StatusLine.parse(line, Set.of()));
  }

  @Test
  void whatIsRefusedIsToldSafely() {
    var refused =
        assertThrows(BadMessage.class, () -> StatusLine.parse("HTTP/1.1 2\u001b[2J", Set.of()));
    assertEquals(
        "bad status line \"HTTP/1.1 2\\x1b[2J\": a code of three digits is expected",
        refused.getMessage());
  }

  @Test
  void noStartLineToBeSentCanBreakOutOfItsLine() {
    assertThrows(IllegalArgumentException.class, () -> new Method("GET / HTTP/1.1\r\nX:"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new StatusLine(HttpVersion.HTTP_1_1, Status.OK, "OK\r\nX: y"));
  }

  @ParameterizedTest
  @CsvSource({"100,true", "199,true", "200,false"})
  void informationalStatusesAreToldApart(int code, boolean informational) {
    assertEquals(informational, new Status(code).isInformational());
  }

  @ParameterizedTest
  @CsvSource({
    "200, success",
    "299, success",
    "300, redirection",
    "400, client",
    "499, client",
    "500, server",
    "599, server",
    "600, server",
    "999, server"
  })
  void statusesHaveClasses(int code, String expected) {
    var status = new Status(code);
    String found = status.isSuccessful() ? "success" : "";
    found += status.isRedirection() ? "redirection" : "";
    found += status.isClientError() ? "client" : "";
    found += status.isServerError() ? "server" : "";
    assertEquals(expected, found);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, true, true", "HEAD, true, true", "OPTIONS, true, true", "TRACE, true, true",
    "PUT, false, true", "DELETE, false, true", "POST, false, false", "PATCH, false, false",
    "CONNECT, false, false", "get, false, false"
  })
  void methodsAreSafeOrIdempotent(String name, boolean safe, boolean idempotent) throws BadMessage {
    Method method = Method.parse(name);
    assertEquals(safe, method.isSafe());
    assertEquals(idempotent, method.isIdempotent());
  }
}
