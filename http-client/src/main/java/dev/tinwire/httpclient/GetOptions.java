package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Argument;
import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Group;
import dev.tinwire.wire.command.Value;
import java.nio.file.Path;

/** The words of {@code tinwire get} that the other verbs have not. */
final class GetOptions {
  static final Argument<String> URLS =
      Argument.many("URL", Grammar.TEXT, "what to fetch; without a scheme it is http:", 0);
  static final Flag CONTINUE =
      Flag.of("go on where an earlier download ended, if it is still the same", "-C", "--continue");
  static final Value<String> SHA256 =
      Value.of(
          "HEX", Digests::parse, "what comes must have this digest, or nothing stays", "--sha256");
  static final Value<Path> INPUT =
      Value.of("FILE", AskOptions::file, "more URLs, one a line; # begins a comment", "--input");
  static final Value<Integer> REPEAT =
      Value.of(
          "N",
          Grammar.number(1, 1_000_000),
          "ask so often over one connection and show how the times are spread",
          "--repeat");
  static final Value<Integer> SEGMENTS =
      Value.of(
              "N",
              Grammar.number(1, 16),
              "over so many connections at once, if it can be",
              "--segments")
          .preset("1");
  static final Value<Integer> RETRY =
      Value.of(
              "N",
              Grammar.number(0, 1000),
              "try again so often where that does no harm, with growing pauses",
              "--retry")
          .preset("0");
  static final Flag MIRROR =
      Flag.of("bring the folder with all that is in it, into -o FOLDER or here", "--mirror");
  static final Group DOWNLOADS =
      Group.of("Downloads", CONTINUE, RETRY, SEGMENTS, SHA256, INPUT, MIRROR, REPEAT);

  private GetOptions() {}
}
