package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.Malformed;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is decided without a socket. */
final class DecisionsTest {
  @ParameterizedTest(name = "offers {0}, {1} recipients, {2} bytes, partial {3}: {4}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # offered             | to  | bytes  | partial | way
          ``                    | 1   | 100    | false   | Way[window=1, chunked=false, announced=false, whole=false]
          CHUNKING              | 1   | 100    | false   | Way[window=1, chunked=true, announced=false, whole=false]
          PIPELINING            | 1   | 100    | false   | Way[window=100, chunked=false, announced=true, whole=false]
          PIPELINING            | 2   | 100    | false   | Way[window=100, chunked=false, announced=false, whole=false]
          PIPELINING            | 2   | 100    | true    | Way[window=100, chunked=false, announced=true, whole=false]
          PIPELINING            | 99  | 100    | true    | Way[window=100, chunked=false, announced=false, whole=false]
          PIPELINING CHUNKING   | 1   | 100    | false   | Way[window=100, chunked=true, announced=false, whole=true]
          PIPELINING CHUNKING   | 1   | 65536  | false   | Way[window=100, chunked=true, announced=false, whole=true]
          PIPELINING CHUNKING   | 1   | 65537  | false   | Way[window=100, chunked=true, announced=false, whole=false]
          PIPELINING CHUNKING   | 2   | 100    | false   | Way[window=100, chunked=true, announced=false, whole=false]
          PIPELINING CHUNKING   | 2   | 100    | true    | Way[window=100, chunked=true, announced=false, whole=true]
          """)
  void asFewTurnsAsScruplesAllow(
      String offered, int recipients, long bytes, boolean partial, String way) {
    assertEquals(way, Way.of(offering(offered), recipients, bytes, partial).toString());
  }

  @ParameterizedTest(name = "offers {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `Subject: a`     | ``                 | ``
          `Subject: a`     | SIZE               | SIZE=12
          `Subject: ü`     | SMTPUTF8 8BITMIME  | BODY=8BITMIME SMTPUTF8
          `Subject: a`     | DSN                | RET=HDRS
          """)
  void onlyWhatIsOfferedIsSaid(String text, String offered, String parameters) throws IOException {
    var options = new SendOptions(false, Optional.of(new Reports(List.of("NEVER"))));
    Letter letter = Mailing.letter(text, "you@y.example");
    assertEquals(parameters, Parameters.ofMail(letter, offering(offered), options));
  }

  @Test
  void aMessageThatMailCannotCarryIsNotSent() throws IOException {
    assertTrue(fault("a\0b", "").contains("NUL"));
    assertTrue(fault("a".repeat(999), "").contains("a line of 999 bytes"));
    assertEquals("", fault("a".repeat(998), ""));
    assertTrue(fault("Subject: a\n\n\u00fc", "").contains("8BITMIME"));
    assertEquals("", fault("Subject: a\n\n\u00fc", "8BITMIME"));
    assertTrue(fault("Subject: \u00fc\n\na", "8BITMIME").contains("SMTPUTF8"));
    assertEquals("", fault("Subject: \u00fc\n\na", "8BITMIME SMTPUTF8"));
  }

  private static String fault(String text, String offered) throws IOException {
    Letter letter = Mailing.letter(text, "you@y.example");
    return Fitness.fault(letter, offering(offered)).map(Problem::words).orElse("");
  }

  @Test
  void aMessageIsMeasuredAsItIsSent() throws IOException {
    Measured measured =
        Measured.of(new TextContent("Subject: a\nMessage-ID:\n <1@x>\n\n.dot\nend"));
    assertEquals(46, measured.bytes());
    assertEquals(Optional.of("<1@x>"), measured.messageId());
    assertEquals(Optional.empty(), Measured.of(new TextContent("\nMessage-ID: <1@x>")).messageId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "all", "never,success", "success,never", "success,success", "Success"})
  void otherReportsAreRefused(String text) {
    assertThrows(Malformed.class, () -> Reports.parse(text));
  }

  @Test
  void pausesGrowAndHaveAnEnd() {
    for (int tries = 1; tries < 40; tries++) {
      Duration pause = Backoff.after(tries, new Random(tries));
      assertTrue(pause.compareTo(Backoff.MOST) <= 0, pause::toString);
      assertTrue(pause.compareTo(Backoff.FIRST.dividedBy(2)) >= 0, pause::toString);
    }
    assertTrue(Backoff.after(30, new Random(1)).compareTo(Backoff.MOST.dividedBy(2)) >= 0);
  }

  private static Capabilities offering(String keywords) {
    Map<String, String> all = new TreeMap<>();
    Arrays.stream(keywords.split(" ")).filter(k -> !k.isEmpty()).forEach(k -> all.put(k, ""));
    return new Capabilities(all);
  }
}
