package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads that end in the middle, or are none: what the log says, and what the sender. */
@Timeout(30)
final class BrokenUploadTest {
  @TempDir Path root;

  @Test
  void oneThatIsCutHasALineInTheLogAndLeavesNothing() throws Exception {
    var inbox = Inbox.uploads(root, "/");
    try (var server = inbox.server()) {
      UploadTest.cut(server, "PUT /a HTTP/1.1", "Content-Length: 10", "0123");
      Served one = server.served();
      assertEquals(499, one.status().code());
      assertEquals(4, one.received());
      assertFalse(one.whole());
      String line = LogFormat.PLAIN.line(one, ZoneOffset.UTC);
      assertTrue(
          line.matches("..:..:..  499  PUT /a  4 B received  .*  127\\.0\\.0\\.1  broken off"),
          line);
      assertEquals(1, server.server().counters().requests(4));
    }
    assertEquals(List.of(), inbox.names());
  }

  @ParameterizedTest(name = "{0} gets {1}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -                       , text/plain;charset=utf-8
          */*                     , text/plain;charset=utf-8
          text/html               , text/html;charset=utf-8
          'text/html,*/*;q=0.8'   , text/html;charset=utf-8
          application/json        , text/plain;charset=utf-8
          """)
  void whoPrefersAPageIsToldByOneWhatIsWrong(String accept, String type) throws Exception {
    try (var server = Inbox.uploads(root, "/").server()) {
      String wish = accept == null ? "" : "Accept: " + accept + "\r\n";
      String said =
          server.said(
              "PUT /a HTTP/1.1\r\nHost: h\r\n"
                  + wish
                  + "Transfer-Encoding: chunked\r\n\r\n<b>\r\n");
      assertTrue(said.startsWith("HTTP/1.1 400 Bad Request\r\n"), said);
      assertTrue(
          said.replace("; charset", ";charset").contains("Content-Type: " + type + "\r\n"), said);
      assertTrue(said.contains("\r\nConnection: close\r\n"), said);
      assertFalse(
          type.startsWith("text/html") && said.contains("<b>"), () -> "not escaped: " + said);
    }
  }
}
