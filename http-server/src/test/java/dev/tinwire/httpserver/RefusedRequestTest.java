package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no request for us is told so, with a Date and a sentence, and closed. */
class RefusedRequestTest {
  private static LocalServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new LocalServer(LocalServer.ECHO);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET / HTTP/1.1~~                                         | 400
          GET / HTTP/1.1~Host: a~Host: b~~                         | 400
          GET / HTTP/1.1~Host: a b~~                               | 400
          GET / HTTP/1.1~Host: u@h~~                               | 400
          GET / HTTP/1.1~Host : h~~                                | 400
          GET  / HTTP/1.1~Host: h~~                                | 400
          GET /#a HTTP/1.1~Host: h~~                               | 400
          GET /%zz HTTP/1.1~Host: h~~                              | 400
          GET / http/1.1~Host: h~~                                 | 400
          GET /~~                                                  | 400
          GET / HTTP/2.0~Host: h~~                                 | 505
          GET / HTTP/1.1~Host: h~Content-Length: +1~~              | 400
          GET / HTTP/1.1~Host: h~Content-Length: 1~Content-Length: 2~~     | 400
          GET / HTTP/1.1~Host: h~Content-Length: 1~Transfer-Encoding: chunked~~ | 400
          GET / HTTP/1.1~Host: h~Transfer-Encoding: gzip, chunked~~        | 501
          GET / HTTP/1.0~Transfer-Encoding: chunked~~              | 400
          GET / HTTP/1.1~Host: h~Expect: a-miracle~~               | 417
          GET https://h/ HTTP/1.1~Host: h~~                        | 421
          GET ftp://h/ HTTP/1.1~Host: h~~                          | 400
          CONNECT h:80 HTTP/1.1~Host: h:80~~                       | 501
          """)
  void isRefused(String request, int status) throws IOException {
    refused(request.replace("~", "\r\n"), status);
  }

  @ParameterizedTest(name = "{0} bytes of {1} are {2}")
  @CsvSource({"20000, target, 414", "20000, field, 431", "200, fields, 431"})
  void whatIsTooLongIsRefused(int much, String where, int status) throws IOException {
    String request =
        switch (where) {
          case "target" -> "GET /" + "a".repeat(much) + " HTTP/1.1\r\nHost: h\r\n\r\n";
          case "field" -> "GET / HTTP/1.1\r\nHost: h\r\nA: " + "a".repeat(much) + "\r\n\r\n";
          default -> "GET / HTTP/1.1\r\nHost: h\r\n" + "A: b\r\n".repeat(much) + "\r\n";
        };
    refused(request, status);
  }

  private static void refused(String request, int status) throws IOException {
    String said = server.said(request);
    assertEquals("HTTP/1.1 " + status, said.substring(0, Math.min(12, said.length())));
    assertTrue(said.matches("(?s).*\r\nDate: [^\r]* GMT\r\n.*"), said);
    assertTrue(said.contains("\r\nConnection: close\r\n"), said);
    assertTrue(said.contains("\r\nX-Content-Type-Options: nosniff\r\n"), said);
    String words = said.substring(said.indexOf("\r\n\r\n") + 4);
    assertTrue(words.length() > 10, said);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET / HTTP/1.1~Accept: text/plain~Host: a b~~            | 400 Bad Request
          GET /? HTTP/1.1~Host: h~A: ?~~                           | 414 URI Too Long
          GET / HTTP/1.1~Host: h~Cookie: ?~~                       | 431 Request Header Fields Too Large
          """)
  void beforeAWholeHeadThereIsAPageThatCanBeReadInATerminalToo(String request, String status)
      throws IOException {
    String said = server.said(request.replace("~", "\r\n").replace("?", "a".repeat(20_000)));
    assertTrue(said.contains("\r\nContent-Type: text/html;charset=utf-8\r\n"), said);
    String page = said.substring(said.indexOf("\r\n\r\n") + 4);
    assertTrue(page.startsWith("<!doctype html>\n"), page);
    assertTrue(page.contains("\n<title>" + status + "</title>\n<p>" + status + ": "), page);
    assertTrue(page.matches("(?s).*\n<p>[^<\n]+\n<p>[^<\n]+\n"), page);
  }

  @Test
  void whatIsShownOfItIsNeitherHtmlNorRaw() throws IOException {
    String said = server.said("GET / HTTP/1.1\r\nHost: <script>\u0085\r\n\r\n");
    assertTrue(said.endsWith("\n"), said);
    assertTrue(said.contains("&lt;script&gt;"), said);
    assertEquals(-1, said.indexOf('\u0085'), said);
    assertEquals(-1, said.indexOf("<script"), said);
  }
}
