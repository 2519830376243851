package dev.tinwire.httpserver;

import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.Command.Entry;
import dev.tinwire.wire.command.SelfCheck;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.Tool;
import dev.tinwire.wire.secret.Prompt;
import java.security.SecureRandom;
import java.util.List;

/** {@code tinwire serve [PATH]}: a folder for any browser. */
public final class ServeTool implements Tool {
  private static final String PASSWD = "passwd";

  @Override
  public String name() {
    return "serve";
  }

  @Override
  public String summary() {
    return "serves a folder over HTTP";
  }

  @Override
  public String example() {
    return "tinwire serve ~/site";
  }

  @Override
  public Command command() {
    return command(ServeCommand.ofProcess());
  }

  /** {@code passwd} is a tool of its own; a folder of that name is {@code ./passwd}. */
  @Override
  public int run(List<String> words, Standard standard) {
    if (!words.isEmpty() && words.getFirst().equals(PASSWD)) {
      var passwd = new PasswdCommand(Prompt::terminal, new SecureRandom());
      return passwd.command().run(words.subList(1, words.size()), standard);
    }
    return command().run(words, standard);
  }

  Command command(ServeCommand serve) {
    return Command.of(name(), summary(), serve::run)
        .arguments(ServeOptions.PATH)
        .options(ServeOptions.WHERE)
        .options(ServeOptions.WHAT)
        .options(ServeOptions.CHANGING)
        .options(ServeOptions.RUNNING)
        .examples(
            new Entry("tinwire serve", "the current folder, to this computer only"),
            new Entry("tinwire serve --lan ~/photos", "to my phone, by QR code"),
            new Entry("tinwire serve --spa dist", "a single-page application"),
            new Entry("tinwire serve --lan --upload ~/inbox", "files from everybody here"),
            new Entry("tinwire serve --https --auth anna .", "encrypted, behind a password"),
            new Entry("tinwire serve passwd users anna", "a file of users, for --auth @users"))
        .statuses(new Entry("0", "also when Ctrl-C or SIGTERM ended it"))
        .limits(
            new Entry("8 KiB", "for a request line or a field; 100 fields, 32 KiB for all"),
            new Entry("15s", "for a request's head, from its first byte to its last"),
            new Entry("30s", "without a byte of an answer being taken"),
            new Entry("2s", "without a byte of what is sent though it was refused"),
            new Entry("10s", "for running answers at the end; a second Ctrl-C ends at once"),
            new Entry("1000", "files in one form; 32 folders into each other"),
            new Entry("1d", "for an upload that was cut to be continued"),
            new Entry("200000", "entries of a folder are listed; 4 folders over 1000 at once"));
  }

  @Override
  public List<SelfCheck> selfChecks() {
    return List.of(new SelfCheck("a folder is served, in whole and in part", ServeCheck::run));
  }
}
