package dev.tinwire.httpclient;

import dev.tinwire.http.Method;
import dev.tinwire.wire.command.Argument;
import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.CommonOptions;
import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.Grammar;
import java.util.Optional;

/** The command lines of the verbs beside {@code get}. */
final class Verbs {
  static final Argument<String> FILES_AND_URL =
      Argument.many(
          "FILE...  URL", Grammar.TEXT, "files (- is standard input), and where to put them", 2);
  static final Argument<String> METHOD =
      Argument.one("METHOD", BodyOptions::method, "such as OPTIONS or PATCH");
  static final Argument<String> URLS =
      Argument.many("URL", Grammar.TEXT, "what it is about; without a scheme it is http:", 1);
  static final Argument<String> FROM = Argument.one("URL", Grammar.TEXT, "what to move");
  static final Argument<String> TO =
      Argument.one("TO", Grammar.TEXT, "its new URL or name, seen from the old one");
  static final Flag FORCE = Flag.of("replace what is there", "--force");
  static final Flag SEND_TREE =
      Flag.of("folders, too, with all that is in them", "-r", "--recursive");
  static final Flag REMOVE_TREE = Flag.of("folders with all that is in them", "-r", "--recursive");

  private static final Command.Entry[] LIMITS = {
    new Command.Entry("64 KiB", "for a field; 1000 fields, 256 KiB for a head"),
    new Command.Entry("16 MiB", "for a listing as JSON, 64 MiB for a page or a body in memory"),
    new Command.Entry("60s", "for a head, or for 1 KiB of a body (--stall)"),
    new Command.Entry("30s", "to connect and shake hands (--connect-timeout)")
  };

  private Verbs() {}

  static Command put(ClientTool tool) {
    return common(
        Command.of(tool.name(), tool.summary(), new PutCommand()::run)
            .arguments(FILES_AND_URL)
            .options("Uploading", FORCE, SEND_TREE)
            .examples(
                new Command.Entry("tinwire put -r site localhost:8080/", "all of it, as /site/"),
                new Command.Entry("tinwire put a.txt b.txt localhost:8080/in/", "two files"),
                new Command.Entry("pg_dump | tinwire put - localhost:8080/dump.sql", "a stream")));
  }

  static Command post(ClientTool tool) {
    return common(
        Command.of(
                tool.name(),
                tool.summary(),
                (parsed, standard) ->
                    GetCommand.run(parsed, standard, tool.name(), Optional.of(Method.POST)))
            .arguments(GetOptions.URLS)
            .options(ShowOptions.GROUP)
            .options(BodyOptions.GROUP)
            .options(GetOptions.DOWNLOADS)
            .options(FingerOptions.GROUP)
            .examples(
                new Command.Entry("tinwire post -d user=anna -d lang=de URL", "a form"),
                new Command.Entry("tinwire post --json-body '{\"a\":1}' URL", "JSON"),
                new Command.Entry("tinwire post --data-binary @photo.jpg URL", "a file")));
  }

  static Command request(ClientTool tool) {
    return common(
        Command.of(
                tool.name(),
                tool.summary(),
                (parsed, standard) ->
                    GetCommand.run(
                        parsed, standard, tool.name(), Optional.of(new Method(parsed.get(METHOD)))))
            .arguments(METHOD, GetOptions.URLS)
            .options(ShowOptions.GROUP)
            .options(BodyOptions.GROUP)
            .options(GetOptions.DOWNLOADS)
            .options(FingerOptions.GROUP)
            .examples(
                new Command.Entry("tinwire request OPTIONS localhost:8080/", "what is possible"),
                new Command.Entry("tinwire request PATCH --json-body @a.json URL", "a change")));
  }

  static Command ls(ClientTool tool) {
    return common(
        Command.of(tool.name(), tool.summary(), new LsCommand()::run)
            .arguments(URLS)
            .examples(
                new Command.Entry("tinwire ls localhost:8080/photos/", "names, sizes, times")));
  }

  static Command rm(ClientTool tool) {
    return common(
        Command.of(tool.name(), tool.summary(), new ChangeCommand(Method.DELETE)::run)
            .arguments(URLS)
            .options("Deleting", REMOVE_TREE));
  }

  static Command mkdir(ClientTool tool) {
    return common(
        Command.of(tool.name(), tool.summary(), new ChangeCommand(ChangeCommand.MKCOL)::run)
            .arguments(URLS));
  }

  static Command mv(ClientTool tool) {
    return common(
        Command.of(tool.name(), tool.summary(), new MvCommand()::run)
            .arguments(FROM, TO)
            .options("Moving", FORCE));
  }

  private static Command common(Command command) {
    return command
        .options(AskOptions.SAYING)
        .options(AskOptions.NETWORK)
        .options(AskOptions.TLS)
        .options(CommonOptions.CONVERSATION)
        .knowing(new OtherNames())
        .statuses(GetStatus.ENTRIES)
        .limits(LIMITS);
  }
}
