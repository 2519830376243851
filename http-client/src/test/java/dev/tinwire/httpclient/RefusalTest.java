package dev.tinwire.httpclient;

import dev.tinwire.testkit.Transcript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a 4xx or 5xx where its body is not, or is kept back by {@code --fail}. */
final class RefusalTest {
  private static final String HEAD = "HTTP/1.1 404 Not Found⏎Content-Length: ";

  @ParameterizedTest(name = "get {0}, answered {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      emptyValue = "",
      textBlock =
          """
          -q     | 404 | 2 | no | 4 | no | ""
          -q -f  | 404 | 2 | no | 4 | "" | 404 Not Found
          -fsSL  | 404 | 2 | no | 4 | "" | 404 Not Found
          -fs    | 503 | 2 | no | 5 | "" | 503 Service Unavailable
          -f     | 200 | 2 | ok | 0 | ok | ""
          -q     | 404 | 0 | "" | 4 | "" | 404 Not Found
          -q     | 500 | 0 | "" | 5 | "" | 500 Internal Server Error
          -q     | 200 | 0 | "" | 0 | "" | ""
          -o -   | 404 | 0 | "" | 4 | "" | 404 Not Found
          """)
  void theStatusIsSaidWhereNothingElseSaysIt(
      String options, int code, int length, String body, int status, String out, String said)
      throws Exception {
    String script =
        """
        C*:
        S: HTTP/1.1 %d X
        S: Content-Length: %d
        S:
        S+: %s
        """
            .formatted(code, length, body);
    try (var server = new Transcript(script)) {
      String url = "http://" + server.endpoint() + "/";
      String err = said.isEmpty() ? "" : "tinwire get: " + url + ": " + said + "\n";
      String[] words = (options + " " + url).split(" ", -1);
      Lines.of(words).on(Lines.piped("get")).expect(status, out, err);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"-i", "-I"})
  void aHeadThatIsShownSaysEnough(String option) throws Exception {
    String script = "C*:\nS: HTTP/1.1 404 Not Found\nS: Content-Length: 0\nS:\n";
    try (var server = new Transcript(script)) {
      Lines.of(option, server.endpoint().toString())
          .on(Lines.piped("get"))
          .expect(4, (HEAD + "0⏎⏎").replace("⏎", "\r\n"), "");
    }
  }
}
