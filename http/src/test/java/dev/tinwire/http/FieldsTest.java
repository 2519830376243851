package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          Host: h|Host|h
          Host:h|Host|h
          Host:\\t h \\t|Host|h
          X:a  b\\tc|X|a  b\\tc
          X: a: b|X|a: b
          X:|X|""
          X: \\t |X|""
          X_y!#$%&'*+-.^`~: é|X_y!#$%&'*+-.^`~|é
          """)
  void fieldLinesAreRead(String line, String name, String value) throws BadMessage {
    FieldLine read = FieldLine.parse(Wire.unescape(line));
    assertEquals(name, read.name());
    assertEquals(Wire.unescape(value), read.value());
    assertEquals(read, FieldLine.of(name, Wire.unescape(value)));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "no colon", ": no name", "Blank : before", "Tab\t: before", " Leading: blank", "In side: a",
        "Quote\": a", "(c): a", "Na\u00efve: a", "A: nul\0", "A: bell\u0007", "A: del\u007f",
        "A: esc\u001b[2J", "A: cr\r", "A: lf\n", "A\0: b", "\u4e00: a"
      })
  void fieldLinesAreRefused(String line) {
    var refused = assertThrows(BadMessage.class, () -> FieldLine.parse(line));
    assertEquals(400, refused.status().code());
  }

  @ParameterizedTest(name = "[{0}] [{1}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X     | a\\r\\nEvil: b
          X     | a\\nEvil: b
          X     | a\\r
          X     | a\\0
          X     | \u4e00
          X: a\\r\\nEvil | b
          X:    | a
          X Y   | a
          ''    | a
          """)
  void noFieldToBeSentCanBreakOutOfItsLine(String name, String value) {
    assertThrows(
        IllegalArgumentException.class,
        () -> FieldLine.of(Wire.unescape(name), Wire.unescape(value)));
  }

  @Test
  void namesAreFoundWhateverTheirCapitals() {
    var fields = Fields.of("Accept", "a", "ETag", "\"1\"", "aCCEPT", "b");
    assertEquals(Optional.of("a"), fields.first("accept"));
    assertEquals(List.of("a", "b"), fields.all("ACCEPT"));
    assertTrue(fields.has("etag"));
    assertFalse(fields.has("eta"));
    assertEquals(Optional.empty(), fields.first("Age"));
    assertEquals(Fields.of("etag", "\"1\""), fields.without("Accept"));
    assertNotEquals(Fields.of("ETag", "\"1\""), fields);
  }

  @Test
  void orderIsKept() {
    var fields = Fields.of("B", "1").and("A", "2").and("B", "3");
    assertEquals("[B: 1, A: 2, B: 3]", fields.lines().toString());
  }

  @Test
  void aNameWithoutValueIsAMistake() {
    assertThrows(IllegalArgumentException.class, () -> Fields.of("A", "1", "B"));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          a                | [a]
          a, b ,c          | [a, b, c]
          ,, a ,,\t, b,    | [a, b]
          "a, b", c        | ["a, b", c]
          "a \\", b", c    | ["a \\", b", c]
          x="a,b";y=1, c   | [x="a,b";y=1, c]
          a\\, b           | [a\\, b]
          "no end, b       | ["no end, b]
          "ends in \\      | ["ends in \\]
          ,                | []
          """)
  void listsAreSplitAtTheirCommas(String value, String elements) {
    var found = new ArrayList<String>();
    FieldList.split(value, found);
    assertEquals(elements, found.toString());
  }

  @Test
  void linesOfOneNameAreOneList() {
    var fields = Fields.of("Connection", "a,", "X", "y", "connection", ", Close");
    assertEquals(List.of("a", "Close"), fields.list("Connection"));
    assertTrue(fields.lists("Connection", "close"));
    assertFalse(fields.lists("Connection", "clos"));
    assertEquals(List.of(), fields.list("Trailer"));
  }

  /** A line knows by sight the name asked for last, and the last that was not its own. */
  @Test
  void aNameAskedForAgainIsAnsweredTheSame() {
    var fields = Fields.of("Set-Cookie", "a=1", "Connection", "close");
    for (String name : List.of("Connection", "connection", "Set-Cookie", "SET-COOKIE")) {
      for (int i = 0; i < 2; i++) {
        assertTrue(fields.has(name), name);
        assertFalse(fields.has("x" + name.substring(1)), name);
        assertEquals(1, fields.all(name).size(), name);
      }
    }
  }

  @Test
  void whatIsDoneToAListLaterChangesNothing() {
    var lines = new ArrayList<>(Fields.of("A", "1", "B", "2").lines());
    var fields = new Fields(lines);
    lines.clear();
    assertEquals(Fields.of("a", "1", "b", "2"), fields);
    assertEquals(Fields.of("A", "1", "B", "2").hashCode(), fields.hashCode());
    assertThrows(UnsupportedOperationException.class, () -> fields.lines().clear());
  }
}
