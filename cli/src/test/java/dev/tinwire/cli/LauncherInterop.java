package dev.tinwire.cli;

import dev.tinwire.testkit.ConsoleTranscript;
import dev.tinwire.testkit.Program;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real launcher and the jar it starts: streams and exit statuses come through. */
@Tag("interop")
final class LauncherInterop {
  static List<ConsoleTranscript.Row> rows() {
    return ConsoleTranscript.parse(
        """
        $ tinwire --version
        ~ tinwire [0-9]+\\.[0-9]+\\.[0-9]+

        $ tinwire doctr
        ! tinwire: there is no tool doctr; did you mean doctor?
        ! Try: tinwire help
        = 2

        $ tinwire doctor --nonsense
        ! tinwire doctor: unknown option --nonsense
        ! Try: tinwire doctor --help
        = 2

        $ tinwire doctor
        ! ~ tinwire .* on Java .*
        OK      addresses, times, sizes and JSON are read and printed
        ...
        ! ~ ([0-9]+) of \\1 checks OK

        $ tinwire doctor --quiet
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void theLauncherPassesEverythingOn(ConsoleTranscript.Row row) throws InterruptedException {
    row.check(Program.launcher());
  }
}
