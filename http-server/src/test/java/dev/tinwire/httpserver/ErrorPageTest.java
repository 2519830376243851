package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Status;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ErrorPageTest {
  @ParameterizedTest(name = "Accept: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/html,application/xhtml+xml,*/*;q=0.8 | text/html;charset=utf-8
          text/html                                 | text/html;charset=utf-8
          */*                                       | text/plain;charset=utf-8
                                                    | text/plain;charset=utf-8
          application/json                          | application/json
          application/json, */*                     | text/plain;charset=utf-8
          text/plain, text/html;q=0.9               | text/plain;charset=utf-8
          """)
  void onlyWhoWantsMoreThanALineGetsIt(String accept, String expected) {
    var fields = accept == null ? Fields.NONE : Fields.of("Accept", accept);
    var answer = ErrorPage.of(new Status(404), fields);
    assertEquals(expected, answer.fields().first("Content-Type").orElseThrow());
    assertEquals("Accept", answer.fields().first("Vary").orElseThrow());
  }

  @Test
  void aLineSaysTheStatusAndWhatItMeans() {
    assertEquals(
        "404 Not Found: There is nothing here. It may have been moved, or the address has a"
            + " typo.\n",
        text(ErrorPage.of(new Status(404), Fields.NONE)));
  }

  @Test
  void aProgramGetsAnObject() {
    assertEquals(
        """
        {"status":405,"error":"Method Not Allowed",\
        "message":"One can look at this, but not do that with it."}
        """,
        text(ErrorPage.of(new Status(405), Fields.of("Accept", "application/json"))));
  }

  @Test
  void aPageHasAWayBackAndThePolicyOfOurPages() {
    var answer = ErrorPage.of(new Status(404), Fields.of("Accept", "text/html"));
    assertTrue(text(answer).contains("<h1>Not Found</h1>\n<p>There is nothing here."));
    assertTrue(text(answer).contains("<a href=\"/\">"));
    assertEquals(PageParts.POLICY, answer.fields().first("Content-Security-Policy").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 408, 412, 413, 414, 416, 417, 421, 431, 500})
  void thereAreWordsForEveryStatusThatWeAnswer(int code) {
    assertFalse(ErrorPage.line(new Status(code)).endsWith("That cannot be done.\n"));
  }

  @Test
  void aStatusNobodyRegisteredHasWordsToo() {
    var answer = ErrorPage.of(new Status(599), Fields.of("Accept", "text/html"));
    assertTrue(text(answer).contains("<h1>Error</h1>\n<p>This server cannot do that.</p>"));
  }

  private static String text(Answer answer) {
    return new String(((Content.Bytes) answer.content()).bytes(), StandardCharsets.UTF_8);
  }
}
