package dev.tinwire.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptTest {
  private static final String VALID =
      """
      S: 220 hello
      C~: EHLO (?<name>.*)
      S+: 250\\x20\\r\\n
      TLS REFUSED
      C[12]: ab
      C*: .
      PAUSE here
      S CLOSE
      ---
      C CUT
      """;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X: hello       | script line 1 means nothing: X: hello
          S:hello        | script line 1 means nothing: S:hello
          S WAIT         | script line 1 means nothing: S WAIT
          S+: a\\q       | script line 1: unknown escape \\q
          S+: a\\x1      | script line 1: \\x wants two hex digits
          C~: (          | script line 1: Unclosed group
          S~: a          | script line 1: the server would not know what to say
          S*: .          | script line 1: the server would not know what to say
          S[5]:          | script line 1: the server would not know what to say
          """)
  void aScriptThatMakesNoSenseIsRefused(String line, String told) {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> Script.parse(line).playedBy(Side.SERVER));
    assertEquals(told, error.getMessage());
  }

  @Property
  void escapesGoThereAndBack(@ForAll @CharRange(from = 0, to = 255) String bytes) {
    assertEquals(bytes, Escapes.unescape(Escapes.escape(bytes)));
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(ScriptFuzz.class);
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void whatOnceHurtDoesNotHurtAgain(Corpus.Sample sample) {
    ScriptFuzz.fuzzerTestOneInput(sample.bytes());
  }

  @Property
  void anyTextIsAScriptOrRefused(@ForAll byte[] input) {
    ScriptFuzz.fuzzerTestOneInput(input);
  }

  @Property
  void anyMutationIsAScriptOrRefused(@ForAll Random random) {
    byte[] input = VALID.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 3; i++) input[random.nextInt(input.length)] = (byte) random.nextInt();
    ScriptFuzz.fuzzerTestOneInput(input);
  }
}
