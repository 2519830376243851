package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
  @ParameterizedTest(name = "[{0}] is [{1}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          ;a=b             | ;a=b
          ;A=B             | ;a=B
           ; a=b           | ;a=b
          ;a=b ; c=d       | ;a=b;c=d
          ;;; ;a=b;;       | ;a=b
          ;a="b"           | ;a=b
          ;a="b c"         | ;a="b c"
          ;a="\\b\\"\\\\"  | ;a="b\\"\\\\"
          ;a=""            | ;a=""
          ;a=";b=c"        | ;a=";b=c"
          """)
  void parametersAreReadAndPrinted(String text, String printed) throws Malformed {
    assertEquals(printed, Parameters.parse(text).toString());
  }

  @ParameterizedTest(name = "[{0}] fails at {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          a=b         | 0 | expected nothing more
          ;a          | 2 | expected '='
          ;a =b       | 2 | expected '='
          ;a= b       | 3 | expected a token as value of a
          ;a=         | 3 | expected a token as value of a
          ;=b         | 1 | expected nothing more
          ;a="b       | 5 | expected a closing quote
          ;a="b\\     | 6 | expected a closing quote
          ;a="b"c     | 6 | expected nothing more
          ;a=b;A=c    | 5 | has the parameter a twice
          ;a=b,c      | 4 | expected nothing more
          """)
  void aFaultIsToldWithItsPlace(String text, int at, String problem) {
    var fault = assertThrows(Malformed.class, () -> Parameters.parse(text));
    assertEquals(problem, fault.problem());
    assertEquals(at, fault.at());
  }

  @Test
  void thereAreNeverMoreThanTheLimit() throws Malformed {
    String most =
        IntStream.range(0, Parameters.MOST)
            .mapToObj(i -> ";p" + i + "=x")
            .collect(Collectors.joining());
    assertEquals(Parameters.MOST, Parameters.parse(most).list().size());
    assertThrows(Malformed.class, () -> Parameters.parse(most + ";q=x"));
    assertThrows(Malformed.class, () -> Parameters.parse(";".repeat(ValueReader.LIMIT + 1)));
  }

  @Test
  void aNameIsFoundInAnyCase() {
    assertEquals(Optional.of("x"), Parameters.of("Charset", "x").get("CHARSET"));
    assertEquals(Optional.empty(), Parameters.NONE.get("charset"));
  }

  @Test
  void whatCannotBePrintedCannotBeMade() {
    assertThrows(IllegalArgumentException.class, () -> new Parameter("a b", "x"));
    assertThrows(IllegalArgumentException.class, () -> new Parameter("a", "x\r\ny"));
    assertThrows(IllegalArgumentException.class, () -> new Parameter("a", "\u20ac"));
  }

  @Property
  void everyValueComesBack(@ForAll @CharRange(from = ' ', to = '~') String value) throws Malformed {
    assertEquals(value, QuotedString.parse(QuotedString.print(value)));
    var one = Parameters.of("name", value);
    assertEquals(one, Parameters.parse(one.toString()));
  }
}
