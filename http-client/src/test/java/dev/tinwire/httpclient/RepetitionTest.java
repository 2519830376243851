package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Transcript;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --repeat}: what is said beside the times. */
final class RepetitionTest {
  private static String answered(String status) {
    return "C*:\nS: HTTP/1.1 " + status + "\nS: Content-Length: 0\nS:\n";
  }

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 OK | 200 OK        | 200 OK                | 0 | ''
          200 OK | 404 Not Found | 404 Not Found         | 4 | 2 of 3 answers were refusals, the first 404 Not Found
          200 OK | 200 OK        | 500 Internal Server Error | 5 | 1 of 3 answers were refusals, the first 500 Internal Server Error
          """)
  void refusalsAreCounted(String one, String two, String three, int status, String said)
      throws Exception {
    try (var server = new Transcript(answered(one) + answered(two) + answered(three))) {
      String url = "http://" + server.endpoint() + "/";
      var outcome = Lines.of("-q", "--repeat", "3", url).on(Lines.piped("get"));
      assertEquals(status, outcome.status(), outcome::toString);
      List<String> words =
          said.isEmpty() ? List.of() : List.of("tinwire get: " + url + ": " + said);
      assertEquals(words, outcome.errors(), outcome::toString);
      assertTrue(outcome.stdout().startsWith("ms "), outcome::toString);
    }
  }
}
