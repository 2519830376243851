package dev.tinwire.wire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who writes another program's option is told what it is called here. */
class ElsewhereTest {
  private static final Elsewhere KNOWN =
      option -> Optional.ofNullable(Map.of("-z", "--zip", "--pack", "--zip").get(option));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -z u        | unknown option -z; here: --zip
          -Lz u       | unknown option -z; here: --zip
          -zfast u    | unknown option -zfast; here: --zip
          --pack u    | unknown option --pack; here: --zip
          --pack=x u  | unknown option --pack=x; here: --zip
          --packs u   | unknown option --packs
          --loction u | unknown option --loction; did you mean --location?
          -y u        | unknown option -y; did you mean -L?
          """)
  void theAdviceIsForTheOptionThatWasMeant(String line, String words) {
    var trial = new TrialCommand();
    var command = TrialCommand.doing((_, _) -> ExitStatus.DONE).knowing(KNOWN);
    int status = command.run(List.of(line.split(" ", -1)), trial.standard());
    assertEquals(ExitStatus.USAGE, status);
    assertEquals("tinwire try: " + words, trial.complaint());
  }
}
