package dev.tinwire.wire.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.TooLong;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @ParameterizedTest(name = "{0} prints as {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          null                            | null
          ' true '                        | true
          false                           | false
          0                               | 0
          -0                              | -0
          12.50e+3                        | 12.50e+3
          1E400                           | 1E400
          ""                              | ""
          "a\\/b"                         | "a/b"
          "\\u0041\\u00e9"                | "Aé"
          "\\ud83d\\ude00"                | "😀"
          "\\b\\f\\n\\r\\t\\"\\\\"        | "\\b\\f\\n\\r\\t\\"\\\\"
          "\\u0000\\u001B"                | "\\u0000\\u001b"
          [ ]                             | []
          [1 , [2], {} ]                  | [1,[2],{}]
          { }                             | {}
          {"b": 1, "a" :[null]}           | {"b":1,"a":[null]}
          {"": ""}                        | {"":""}
          """)
  void valuesAreReadAndPrinted(String text, String printed) throws Exception {
    assertEquals(printed, Json.parse(text.replace("'", "")).print());
  }

  @ParameterizedTest(name = "{0}: {2} at {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``               | 0 | ends where it should have a value
          nul              | 0 | should have 'null'
          True             | 0 | should have a value
          NaN              | 0 | should have a value
          'a'              | 0 | should have a value
          //x              | 0 | should have a value
          \uFEFF1          | 0 | should have a value
          1 2              | 2 | should have nothing after the value
          +1               | 0 | should have a value
          .5               | 0 | should have a value
          01               | 1 | has a bad number
          -                | 1 | has a bad number
          1.               | 2 | has a bad number
          1.e3             | 2 | has a bad number
          1e               | 2 | has a bad number
          1e+              | 3 | has a bad number
          0x1              | 1 | should have nothing after the value
          ١                | 0 | should have a value
          "                | 1 | ends where it should have '"'
          "\\              | 2 | ends where it should have an escape
          "\\x41"          | 2 | has an escape JSON does not know
          "\\u12g4"        | 5 | should have four hexadecimal digits
          "\\u١٢٣٤"        | 3 | should have four hexadecimal digits
          "\\u12           | 5 | ends where it should have four hexadecimal digits
          [                | 1 | ends where it should have a value
          [1               | 2 | ends where it should have ',' or ']'
          [1,]             | 3 | should have a value
          [1 2]            | 3 | should have ',' or ']'
          [1}              | 2 | should have ',' or ']'
          {                | 1 | ends where it should have a member name in quotes
          {a:1}            | 1 | should have a member name in quotes
          {"a"}            | 4 | should have ':'
          {"a":1,}         | 7 | should have a member name in quotes
          {"a":1 "b":2}    | 7 | should have ',' or '}'
          {"a":1,"\\u0061":2} | 7 | has a member name twice
          """)
  void brokenTextIsRefusedWhereItIsBroken(String text, int at, String problem) {
    var refused = assertThrows(Malformed.class, () -> Json.parse(text));
    assertEquals(at, refused.at());
    assertEquals(problem + " at line 1, column " + (at + 1), refused.problem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\nb\"", "\"a\0\"", "\"\u001b[2J\"", "\f1", "1\u00a0", "\u2028 1"})
  void rawControlCharactersAndForeignBlanksAreRefused(String text) {
    assertThrows(Malformed.class, () -> Json.parse(text));
  }

  @Test
  void aFaultIsShownWithItsLineAndNeighbourhoodOnly() {
    String text = "{\n \"a\": 1,\n \"b\": oops\n}" + " ".repeat(1000);
    var refused = assertThrows(Malformed.class, () -> Json.parse(text));
    assertEquals("should have a value at line 3, column 7", refused.problem());
    assertEquals(" \"b\": ", refused.caret().substring(0, refused.at()));
    assertTrue(refused.caret().length() < 200, refused.caret());
  }

  @Test
  void depthIsLimited() throws Exception {
    String allowed = "[".repeat(64) + "]".repeat(64);
    assertEquals(allowed, Json.parse(allowed).print());
    for (String deep : List.of("[".repeat(65) + "]".repeat(65), "{\"\":".repeat(1_000_000))) {
      var refused = assertThrows(Malformed.class, () -> Json.parse(deep));
      assertTrue(refused.problem().startsWith("nests deeper than 64 levels"), refused.problem());
    }
  }

  @Test
  void lengthsAreLimited() throws Exception {
    assertEquals(Json.array(), Json.parse("[]", 2));
    assertThrows(TooLong.class, () -> Json.parse("[] ", 2));
    Json.parse("1".repeat(1000));
    assertThrows(Malformed.class, () -> Json.parse("1".repeat(1001)));
  }

  @Test
  void objectsAreBuiltInOrder() {
    var built =
        Json.object()
            .put("t", 1.5)
            .put("ok", true)
            .put("n", Long.MIN_VALUE)
            .put("who", "a\"b")
            .put("list", Json.array(new Json.Null(), Json.object()))
            .put("t", "again");
    assertEquals(
        """
        {"t":"again","ok":true,"n":-9223372036854775808,"who":"a\\"b","list":[null,{}]}\
        """,
        built.print());
    assertEquals(built.print(), built.toString());
  }

  @Test
  void prettyPrintingIndentsByTwo() throws Exception {
    assertEquals(
        """
        {
          "a": [
            1,
            {}
          ],
          "b": []
        }\
        """,
        Json.parse("{\"a\":[1,{}],\"b\":[]}").pretty());
  }

  @ParameterizedTest(name = "U+{0} is printed as {1}")
  @CsvSource({
    "7f, \\u007f",
    "85, \\u0085",
    "9b, \\u009b",
    "200d, \\u200d",
    "2028, \\u2028",
    "2029, \\u2029",
    "202e, \\u202e",
    "2066, \\u2066",
    "feff, \\ufeff",
    "d800, \\ud800",
    "dc00, \\udc00",
    "e0041, \\udb40\\udc41",
    "e9, é",
    "1f600, 😀"
  })
  void whatCouldFoolATerminalIsEscaped(String point, String printed) throws Exception {
    var text = new Json.Str(Character.toString(Integer.parseInt(point, 16)));
    assertEquals('"' + printed + '"', text.print());
    assertEquals(text, Json.parse(text.print()));
  }

  @Property
  void everyValueSurvivesPrinting(@ForAll("values") Json value) throws Exception {
    assertEquals(value, Json.parse(value.print()));
    assertEquals(value, Json.parse(value.pretty()));
  }

  @Provide
  Arbitrary<Json> values() {
    return values(3);
  }

  private static Arbitrary<Json> values(int depth) {
    Arbitrary<Json> leaves =
        Arbitraries.oneOf(
            Arbitraries.strings().all().map(Json.Str::new),
            Arbitraries.longs().map(Json.Num::of),
            Arbitraries.doubles().map(Json.Num::of),
            Arbitraries.of(true, false).map(Json.Bool::new),
            Arbitraries.just(new Json.Null()));
    if (depth == 0) return leaves;
    var inner = values(depth - 1);
    return Arbitraries.oneOf(
        leaves,
        inner.list().ofMaxSize(4).map(Json.Arr::new),
        Arbitraries.maps(Arbitraries.strings().all().ofMaxLength(5), inner)
            .ofMaxSize(4)
            .map(Json.Obj::new));
  }
}
