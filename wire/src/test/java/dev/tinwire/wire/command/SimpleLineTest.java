package dev.tinwire.wire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleLineTest {
  private static final Flag FORCE = Flag.of("asks not", "-f", "--force");
  private static final Flag DEEP = Flag.of("goes into folders", "-r", "--deep");
  private static final Value<String> FILE =
      Value.of("FILE", Grammar.TEXT, "where to", "-o", "--output");
  private static final Value<String> FOLDER =
      Value.of("DIR", Grammar.TEXT, "what folder", "--folder").alone("here");
  private static final Command COMMAND =
      Command.of("trial", "tries", (_, _) -> ExitStatus.DONE)
          .options("Trying", FORCE, DEEP, FILE, FOLDER);

  /** Both take any line apart in the same way, or one of them leaves it to the other. */
  @Property(tries = 3000)
  void whatIsSimpleIsTakenApartAsPicocliDoes(@ForAll("lines") List<String> line) throws UsageError {
    Optional<Words> simple = SimpleLine.parse(COMMAND, line);
    if (simple.isPresent()) assertSame(Picocli.parse(COMMAND, line), simple.get());
  }

  private static void assertSame(Words expected, Words found) {
    assertEquals(expected.rest(), found.rest());
    assertEquals(expected.order(), found.order());
    assertEquals(expected.options().keySet(), found.options().keySet());
    for (var option : List.of(FILE, FOLDER)) {
      assertEquals(
          expected.options().get(option.name()), found.options().get(option.name()), option.name());
    }
  }

  @Provide
  Arbitrary<List<String>> lines() {
    var words =
        Arbitraries.of(
            "-f",
            "--force",
            "-r",
            "-o",
            "--output",
            "--folder",
            "--folder=x",
            "-fr",
            "-ofile",
            "--",
            "-",
            "",
            "-7",
            "7",
            "a",
            "a=b",
            "http://h/",
            "force",
            "@file",
            "\"quoted\"",
            "'",
            "$x",
            "${sys:user.name}",
            "\u00e9",
            " ",
            "%",
            "-x",
            "--unknown",
            "--out");
    return Arbitraries.frequencyOf(
            Tuple.of(9, words), Tuple.of(1, Arbitraries.strings().ofMaxLength(4)))
        .list()
        .ofMaxSize(6);
  }

  @Test
  void namesValuesAndArgumentsAreSimple() {
    var line = List.of("-f", "a", "-o", "first", "b", "--output", "second", "--folder", "c");
    var words = SimpleLine.parse(COMMAND, line).orElseThrow();
    assertEquals(List.of("a", "b", "c"), words.rest());
    assertEquals(
        Map.of(
            "--force",
            List.of(),
            "--output",
            List.of("first", "second"),
            "--folder",
            List.of("here")),
        words.options());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-fr", "--output=x", "--", "-", "-o", "-o -f", "--unknown", "-o -"})
  void whateverElseThereIsIsLeftToPicocli(String line) {
    assertTrue(SimpleLine.parse(COMMAND, List.of(line.split(" "))).isEmpty());
  }
}
