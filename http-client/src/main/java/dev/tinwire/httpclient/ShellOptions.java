package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Argument;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Value;

/** The words of {@code tinwire shell}. */
final class ShellOptions {
  static final Argument<String> URL =
      Argument.one("URL", Grammar.TEXT, "the folder to begin in; without a scheme it is http:");
  static final Value<String> COMMANDS =
      Value.of(
          "COMMANDS", Grammar.TEXT, "do this and leave: 'cd in; put a.txt'", "-c", "--commands");

  private ShellOptions() {}
}
