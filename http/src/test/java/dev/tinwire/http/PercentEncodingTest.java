package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentEncodingTest {
  @ParameterizedTest(name = "[{0}] is [{1}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          abc          | abc
          a%20b        | a b
          a+b          | a+b
          %41%62       | Ab
          %c3%A4       | ä
          %E2%82%AC    | €
          %F0%9F%98%80 | 😀
          %2F%5c       | /\\
          # decoded once, not twice
          %2541        | %41
          ''           | ''
          """)
  void decodingIsDoneOnce(String text, String expected) throws Malformed {
    assertEquals(expected, PercentEncoding.decodeUtf8("segment", text));
  }

  @ParameterizedTest(name = "[{0}] fails at {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          %        | 0 | expected two hexadecimal digits after %
          a%4      | 1 | expected two hexadecimal digits after %
          a%4g     | 1 | expected two hexadecimal digits after %
          a%%41    | 1 | expected two hexadecimal digits after %
          %+1      | 0 | expected two hexadecimal digits after %
          %u0041   | 0 | expected two hexadecimal digits after %
          aä       | 1 | has a character that must be encoded
          %ff      | 0 | is not UTF-8 when decoded
          # overlong, a surrogate, beyond Unicode, cut short
          %c0%af   | 0 | is not UTF-8 when decoded
          %ed%a0%80    | 0 | is not UTF-8 when decoded
          %f4%90%80%80 | 0 | is not UTF-8 when decoded
          %e2%82   | 0 | is not UTF-8 when decoded
          """)
  void whatIsNotExactIsRefused(String text, int at, String problem) {
    var fault = assertThrows(Malformed.class, () -> PercentEncoding.decodeUtf8("segment", text));
    assertEquals(problem, fault.problem());
    assertEquals(at, fault.at());
  }

  @ParameterizedTest(name = "[{0}] is [{1}] in a path, [{2}] in a query")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          a.b-c_d~e | a.b-c_d~e     | a.b-c_d~e
          a b       | a%20b         | a%20b
          a/b\\c    | a%2Fb%5Cc     | a%2Fb%5Cc
          a:b       | a%3Ab         | a%3Ab
          a?b#c     | a%3Fb%23c     | a%3Fb%23c
          100%      | 100%25        | 100%25
          a+b=c     | a+b=c         | a%2Bb%3Dc
          a&b       | a%26b         | a%26b
          "<'>"     | %22%3C%27%3E%22 | %22%3C%27%3E%22
          ä€😀      | %C3%A4%E2%82%AC%F0%9F%98%80 | %C3%A4%E2%82%AC%F0%9F%98%80
          """)
  void namesAreEncodedForTheirPlace(String name, String segment, String query) {
    assertEquals(segment, PercentEncoding.pathSegment(name));
    assertEquals(query, PercentEncoding.queryComponent(name));
  }

  @Test
  void halfACharacterIsNotEncoded() {
    assertThrows(IllegalArgumentException.class, () -> PercentEncoding.pathSegment("a\ud800"));
  }

  @Property
  void whatIsEncodedIsDecoded(@ForAll String text) throws Malformed {
    Assume.that(StandardCharsets.UTF_8.newEncoder().canEncode(text));
    assertEquals(text, PercentEncoding.decodeUtf8("x", PercentEncoding.pathSegment(text)));
    assertEquals(text, PercentEncoding.decodeUtf8("x", PercentEncoding.queryComponent(text)));
  }
}
