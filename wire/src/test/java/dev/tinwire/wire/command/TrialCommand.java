package dev.tinwire.wire.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.Command.Entry;
import dev.tinwire.wire.terminal.Terminals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** A command to try things on, and the streams to see what it says. */
final class TrialCommand {
  static final Flag FOLLOW = Flag.of("follow redirects", "-L", "--location");
  static final Value<Integer> TIMES =
      Value.of("N", Grammar.number(1, 9), "how many times", "-n", "--times").preset("1");
  static final Value<String> HEADER =
      Value.of("FIELD", TrialCommand::field, "a field; may be given again", "-H", "--header");
  static final Argument<String> URL = Argument.one("URL", Grammar.TEXT, "what to fetch");
  static final Argument<String> MORE = Argument.many("MORE", Grammar.TEXT, "what else", 0);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  static Command doing(Command.Action action) {
    return Command.of("try", "tries things", action)
        .arguments(URL, MORE)
        .options("Trying", FOLLOW, TIMES, HEADER)
        .options(CommonOptions.CONVERSATION)
        .examples(new Entry("tinwire try http://::1/", "tries it once"))
        .statuses(new Entry("4", "it did not like it"))
        .limits(new Entry("header block", "64 KiB"));
  }

  private static String field(String text) throws Malformed {
    int colon = text.indexOf(':');
    if (colon < 0) throw new Malformed("field", text, text.length(), "expected a colon");
    return text;
  }

  /** Runs a line and gives back {@code STATUS|STDOUT|STDERR}. */
  String run(Command.Action action, String... line) {
    int status = doing(action).run(List.of(line), standard());
    return status + "|" + out.toString(UTF_8) + "|" + err.toString(UTF_8);
  }

  /** The first line of what was said on standard error. */
  String complaint() {
    return err.toString(UTF_8).lines().findFirst().orElse("");
  }

  Standard standard() {
    return new Standard(
        new ByteArrayInputStream(new byte[0]),
        new PrintStream(new FailFastOutput(out), false, UTF_8),
        new PrintStream(err, false, UTF_8),
        Map.of(),
        Terminals.NONE);
  }
}
