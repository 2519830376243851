package dev.tinwire.httpserver;

import dev.tinwire.http.Basic;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Argument;
import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.Command.Entry;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.secret.Prompt;
import dev.tinwire.wire.secret.Secret;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * {@code tinwire serve passwd FILE USER}: keeps the file that {@code --auth @FILE} reads.
 *
 * @param prompt somebody who types a password, if there is anybody; else it comes from stdin
 */
record PasswdCommand(Supplier<Optional<Prompt>> prompt, RandomGenerator random) {
  private static final Argument<Path> FILE =
      Argument.one("FILE", PasswdCommand::file, "the file of users; made when it is not there");
  private static final Argument<String> USER =
      Argument.optional("USER", PasswdCommand::user, "who gets a new password");
  private static final Flag REMOVE = Flag.of("take this user out of the file", "--remove");
  private static final Flag LIST = Flag.of("show who is in the file", "--list");

  Command command() {
    return Command.of("serve passwd", "keeps a file of users for serve --auth @FILE", this::run)
        .arguments(FILE, USER)
        .options("Instead of a new password", REMOVE, LIST)
        .examples(
            new Entry("tinwire serve passwd users anna", "asks for anna's password, twice"),
            new Entry("pass show web | tinwire serve passwd users anna", "takes its first line"),
            new Entry("tinwire serve passwd --remove users anna", "locks her out again"))
        .limits(new Entry("256 KiB", "for the file"));
  }

  private int run(Parsed parsed, Standard standard) throws IOException, UsageError {
    var output = Output.of(parsed, standard);
    var file = new PasswordFile(parsed.get(FILE));
    Optional<String> user = parsed.find(USER);
    if (parsed.has(LIST)) {
      if (user.isPresent() || parsed.has(REMOVE)) throw new UsageError("--list goes alone");
      file.read().users().forEach(name -> output.out().println(Visible.of(name)));
      return ExitStatus.DONE;
    }
    if (user.isEmpty()) throw new UsageError("USER is missing");
    if (parsed.has(REMOVE)) remove(file, user.get(), output);
    else set(file, user.get(), standard, output);
    return ExitStatus.DONE;
  }

  private static void remove(PasswordFile file, String user, Output output) throws IOException {
    PasswordTable table = file.read();
    if (table.find(user).isEmpty()) throw new WireException(named(user, file) + " is not there");
    file.write(table.without(user));
    output.note(named(user, file) + " is removed");
  }

  private void set(PasswordFile file, String user, Standard standard, Output output)
      throws IOException {
    PasswordTable table = file.readOrEmpty(); // before somebody types for nothing
    try (Secret password = new NewPassword(prompt.get(), standard.in()).read(user)) {
      require(user, password);
      file.write(table.with(user, PasswordHash.of(password, random)));
    }
    boolean known = table.find(user).isPresent();
    output.note(named(user, file) + (known ? " has a new password" : " is added"));
  }

  /** What could never be sent must not be set (RFC 7617 §2). */
  private static void require(String user, Secret password) throws WireException {
    try {
      var _ = new Basic(user, password);
    } catch (IllegalArgumentException _) {
      throw new WireException("a password must have no control characters");
    }
  }

  private static String named(String user, PasswordFile file) {
    return Visible.of(user) + " in " + Visible.of(file.path().toString());
  }

  private static Path file(String text) throws Malformed {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Malformed("file name", text, Math.max(0, e.getIndex()), e.getReason());
    }
  }

  private static String user(String text) throws Malformed {
    if (PasswordTable.isName(text)) return text;
    throw new Malformed("user", text, 0, "a name has no colon and no control character");
  }
}
