package dev.tinwire.cli;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.ConsoleTranscript;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word of the executable and every option, as a user sees them. */
final class SuiteTest {
  private static final Command TINWIRE =
      (words, in, out, err, environment) ->
          new Suite(Tools.all())
              .run(words, new Standard(in, out, err, environment, Terminals.NONE));

  static List<ConsoleTranscript.Row> rows() {
    return ConsoleTranscript.parse(
        """
        $ tinwire
        ~ tinwire .*  network tools that show you the wire
        |
          serve        serves a folder over HTTP                              tinwire serve ~/site
          get          fetches over HTTP, shows or saves                      tinwire get example.com
          page         fetches a page with its parts, draws when each came    tinwire page localhost:8080
          put          uploads files                                          tinwire put a.txt localhost:8080/
          post         sends a form, JSON or a file                           tinwire post -d a=1 URL
          request      any method, any URL                                    tinwire request OPTIONS URL
          ls           lists a folder of a server                             tinwire ls localhost:8080/
          rm           deletes on a server                                    tinwire rm localhost:8080/a.txt
          mkdir        makes a folder on a server                             tinwire mkdir localhost:8080/b
          mv           moves on a server                                      tinwire mv localhost:8080/a.txt b.txt
          mail         sends mail, and says why not                           tinwire mail --via gmail --user me@gmail.com --to a@b
          ping         measures delay and loss over UDP                       tinwire ping example.com:12000
          echo         answers pings over UDP, and plays a bad network        tinwire echo --loss 30%
          doctor       checks that everything works here, over the loopback   tinwire doctor
          help         shows how to use a tool                                tinwire help doctor
          completion   lets your shell complete tools and options             tinwire completion bash
        |
        Planned, and not built yet: shell, beat, monitor.
        Options of one tool: tinwire help TOOL

        $ tinwire help
        ~ tinwire .*  network tools that show you the wire
        ...
        Options of one tool: tinwire help TOOL

        $ tinwire --help
        ~ tinwire .*  network tools that show you the wire
        ...

        $ tinwire help --color always
        ~ \\x1b\\[1mtinwire .*
        ...

        # A version comes from the jar's manifest; tests run from classes.
        $ tinwire --version
        ~ tinwire .*

        $ tinwire -V
        ~ tinwire .*

        $ tinwire doctor --version
        ~ tinwire .*

        $ tinwire doctr
        ! tinwire: there is no tool doctr; did you mean doctor?
        ! Try: tinwire help
        = 2

        $ tinwire nonsense
        ! tinwire: there is no tool nonsense
        ! Try: tinwire help
        = 2

        $ tinwire shell
        ! tinwire: shell is planned, but not built yet
        ! Try: tinwire help
        = 2

        $ tinwire --quiet doctor
        ! tinwire: the first word is a tool, and options follow it; --quiet is none
        ! Try: tinwire help
        = 2

        $ tinwire ''
        ! tinwire: there is no tool ""
        ! Try: tinwire help
        = 2

        $ tinwire help doctr
        ! tinwire help: there is no tool doctr; did you mean doctor?
        ! Try: tinwire help --help
        = 2

        $ tinwire help doctor
        tinwire doctor - checks that everything works here, over the loopback
        |
        Usage: tinwire doctor [OPTION]...
        ...
        ~ Exit status
        ...

        $ tinwire completion --help
        ~ tinwire completion - .*
        ...

        $ tinwire completion
        ! tinwire completion: SHELL is missing
        ! Try: tinwire completion --help
        = 2

        $ tinwire completion tcsh
        ! tinwire completion: SHELL: bad shell "tcsh": write bash, zsh or fish
        !     tcsh
        !     ^
        ! Try: tinwire completion --help
        = 2

        $ tinwire completion bash zsh
        ! tinwire completion: one argument too many: zsh
        ! Try: tinwire completion --help
        = 2

        $ tinwire completion fish
        # Completion of tinwire for fish.
        ...
        complete -c tinwire -n '__fish_seen_subcommand_from doctor' -l json -d 'results as JSON, one object a line'
        ...

        $ tinwire doctor --jsn
        ! tinwire doctor: unknown option --jsn; did you mean --json?
        ! Try: tinwire doctor --help
        = 2

        $ tinwire doctor now
        ! tinwire doctor: one argument too many: now
        ! Try: tinwire doctor --help
        = 2
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void theCommandLineDoesWhatItSays(ConsoleTranscript.Row row) throws InterruptedException {
    row.check(TINWIRE);
  }
}
