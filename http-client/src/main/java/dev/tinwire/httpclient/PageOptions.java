package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Argument;
import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Value;
import java.nio.file.Path;

/** The words of {@code tinwire page}. */
final class PageOptions {
  static final Argument<String> URL =
      Argument.one("URL", Grammar.TEXT, "the page; without a scheme it is http:");
  static final Flag TEXT = Flag.of("the page as text to read, its links numbered", "--text");
  static final Value<Path> HAR =
      Value.of("FILE", AskOptions::file, "keep it as an HTTP Archive for browser tools", "--har");

  static final Value<Path> SAVE =
      Value.of(
          "DIR", AskOptions::file, "keep it with all its parts, to be opened offline", "--save");

  private PageOptions() {}
}
