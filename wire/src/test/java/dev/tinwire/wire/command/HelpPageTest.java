package dev.tinwire.wire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.terminal.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpPageTest {
  private static final Command COMMAND = TrialCommand.doing((_, _) -> ExitStatus.DONE);

  @Test
  void thePage() {
    assertEquals(
        """
        tinwire try - tries things

        Usage: tinwire try [OPTION]... URL [MORE...]

          URL                         what to fetch
          MORE                        what else

        Trying
          -L, --location              follow redirects
          -n, --times N               how many times (default: 1)
          -H, --header FIELD          a field; may be given again

        Seeing the wire
          -v, --verbose               show the conversation: > sent, < received
              --explain               as --verbose, and say what each line does and
                                      which RFC says so

        Everywhere
              --json                  results as JSON, one object a line
          -q, --quiet                 no progress, no notes
              --color WHEN            auto, always or never (default: auto)
              --debug                 show where in the program it failed
          -h, --help                  show this page
          -V, --version               show the version

        Examples
          tinwire try http://::1/
              tries it once

        Exit status
          0                           done
          1                           the network or the other side said no
          2                           wrong usage
          4                           it did not like it

        Limits
          header block                64 KiB\
        """,
        String.join("\n", new HelpPage(COMMAND, Screen.PLAIN).lines()));
  }

  @Test
  void aLongNameHasItsMeaningBelow() {
    var option = Value.of("A-RATHER-LONG-LABEL", Grammar.TEXT, "means it", "--a-long-name");
    var page = new HelpPage(COMMAND.options("Long", option), Screen.PLAIN).lines();
    int at = page.indexOf("      --a-long-name A-RATHER-LONG-LABEL");
    assertEquals(" ".repeat(30) + "means it", page.get(at + 1));
  }

  @Test
  void inColourItSaysTheSame() {
    var coloured = new HelpPage(COMMAND, new Screen(true, 80, true, true)).lines();
    assertEquals(
        new HelpPage(COMMAND, Screen.PLAIN).lines(),
        coloured.stream().map(line -> line.replaceAll("\033\\[\\d*m", "")).toList());
    assertTrue(coloured.contains("\033[1mTrying\033[0m"));
  }

  @ParameterizedTest
  @CsvSource({"a b c, 3, a b/c", "a b c, 1, a/b/c", "abcdef g, 3, abcdef/g", "'', 5, ''"})
  void wrapsBetweenWords(String text, int width, String lines) {
    assertEquals(List.of(lines.split("/", -1)), HelpPage.wrap(text, width));
  }
}
