package dev.tinwire.wire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.terminal.Progress;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTest {
  private static int talk(Parsed parsed, Standard standard) {
    var output = Output.of(parsed, standard);
    var conversation = output.conversation((_, _) -> Optional.of("why"));
    conversation.sent("hello");
    output.note("a note");
    try (var progress = output.progress("job", Progress.Unit.ITEMS, OptionalLong.empty())) {
      progress.add(1);
    }
    if (output.json()) output.jsonLines().write(Json.object().put("n", 1));
    return ExitStatus.DONE;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # option    | stdout    | stderr
          --json      | {"n":1}/  | a note/
          --quiet     | ''        | ''
          --verbose   | ''        | > hello/a note/
          -vq         | ''        | > hello/
          --explain   | ''        | '> hello                                         # why/a note/'
          --color=always | ''     | a note/
          """)
  void isWhatTheCommonOptionsSay(String option, String out, String err) {
    String result = new TrialCommand().run(OutputTest::talk, "u", option);
    assertEquals("0|" + out + "|" + err, result.replace('\n', '/'));
  }
}
