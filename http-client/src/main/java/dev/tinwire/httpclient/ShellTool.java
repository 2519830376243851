package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.CommonOptions;
import dev.tinwire.wire.command.Tool;

/** {@code tinwire shell URL}: a session on a server's folders. */
public final class ShellTool implements Tool {
  @Override
  public String name() {
    return "shell";
  }

  @Override
  public String summary() {
    return "browses, fetches and changes a server's folders";
  }

  @Override
  public String example() {
    return "tinwire shell localhost:8080";
  }

  @Override
  public Command command() {
    return Command.of(name(), summary(), ShellCommand::run)
        .arguments(ShellOptions.URL)
        .options("The session", ShellOptions.COMMANDS, GetOptions.RETRY)
        .options(AskOptions.SAYING)
        .options(AskOptions.NETWORK)
        .options(AskOptions.TLS)
        .options(CommonOptions.CONVERSATION)
        .knowing(new OtherNames())
        .examples(
            new Command.Entry("tinwire shell localhost:8080", "then: help"),
            new Command.Entry("tinwire shell -c 'cd in; mput *.txt' localhost:8080", "and back"),
            new Command.Entry("printf 'ls -l\\nbye\\n' | tinwire shell localhost:8080", "a script"))
        .statuses(
            new Command.Entry("4, 5", "of a script: the first answer that failed was 4xx, 5xx"))
        .limits(
            new Command.Entry("16 MiB", "for a listing as JSON, 64 MiB for a page"),
            new Command.Entry("64", "folders deep, 200000 entries (mirror, put -r)"),
            new Command.Entry("60s", "for a head, or for 1 KiB of a body (--stall)"),
            new Command.Entry("30s", "to connect and shake hands (--connect-timeout)"));
  }
}
