package dev.tinwire.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTranscriptTest {
  /** Writes its first argument to stdout, its second to stderr, its input to stdout. */
  private static final Command SPEAK =
      (args, in, out, err, env) -> {
        out.print(args.getFirst().replace('|', '\n') + env.getOrDefault("END", ""));
        out.print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        err.print(args.get(1));
        return args.get(1).isEmpty() ? 0 : 2;
      };

  static List<ConsoleTranscript.Row> rows() {
    return ConsoleTranscript.parse(
        """
        # each row passes
        $ tinwire one ''
        one

        $ END=! tinwire 'one|two' 'no such thing'
        one
        two!
        ! no such thing
        = 2

        $ tinwire 'one|||two' ''
        one


        two
        $ tinwire '$ 5|| |...' ''
        | $ 5
        |
        ~ \\s
        | ...
        $ tinwire '' ''
        < typed
        < twice
        typed
        ...
        $ tinwire 'a|b|c' 'x'
        a
        ...
        ~ [bc]
        ! ...
        = 2
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void aRowThatIsMetPasses(ConsoleTranscript.Row row) throws Exception {
    row.check(SPEAK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$ tinwire one ''\n",
        "$ tinwire one ''\none\ntwo\n",
        "$ tinwire 'one|two' ''\none\n",
        "$ tinwire one ''\none\n! \n",
        "$ tinwire one x\none\n= 2\n",
        "$ tinwire one x\none\n! x\n",
        "$ tinwire one ''\n~ o\n",
        "$ tinwire 'one|two' ''\n...\none\n",
      })
  void aRowThatIsNotMetFails(String text) {
    var row = ConsoleTranscript.parse(text).getFirst();
    assertThrows(AssertionError.class, () -> row.check(SPEAK));
  }

  @Test
  void theErrorShowsBothInTheSameForm() {
    var row = ConsoleTranscript.parse("# x\n$ tinwire 'one|# 2' ''\n~ o.*\n= 1\n").getFirst();
    var error = assertThrows(AssertionError.class, () -> row.check(SPEAK));
    assertEquals(
        """
        line 2: expected
        $ tinwire 'one|# 2' ''
        ~ o.*
        = 1
        but came
        $ tinwire 'one|# 2' ''
        one
        | # 2
        = 0
        """,
        error.getMessage());
  }

  @Property
  void whatCameCanBePasted(@ForAll List<String> lines) throws Exception {
    String text = String.join("\n", lines).replace("\r", "").replace("\u0085", "");
    Command prints =
        (_, _, out, _, _) -> {
          out.print(text);
          return 0;
        };
    Outcome came = Invocation.of().on(prints);
    var pasted = ConsoleTranscript.parse(came.toString()).getFirst();
    assertDoesNotThrow(() -> pasted.check(prints));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stray", "$ A=1", "$ tinwire 'open"})
  void aTextThatMakesNoSenseIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> ConsoleTranscript.parse(text));
  }
}
