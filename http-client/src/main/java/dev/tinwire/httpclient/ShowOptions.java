package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Group;
import dev.tinwire.wire.command.Value;
import java.nio.file.Path;

/** Where the answer goes, and what of it. */
final class ShowOptions {
  static final Value<String> OUTPUT =
      Value.of(
          "FILE",
          Grammar.TEXT,
          "into this file, - is stdout; the first for the first URL, and so on",
          "-o",
          "--output");
  static final Flag REMOTE_NAME =
      Flag.of("into a file of the name the server gives, made safe", "-O", "--remote-name");
  static final Flag FORCE = Flag.of("replace a file that -O finds in its place", "--force");
  static final Flag HEAD = Flag.of("ask for the head only", "-I", "--head");
  static final Flag INCLUDE =
      Flag.of("show the head too, where the body is raw", "-i", "--include");
  static final Flag TIMING = Flag.of("draw how long each part took", "--timing");
  static final Value<Path> HAR =
      Value.of("FILE", AskOptions::file, "keep it as an HTTP Archive for browser tools", "--har");
  static final Group GROUP =
      Group.of("The answer", OUTPUT, REMOTE_NAME, FORCE, HEAD, INCLUDE, TIMING, HAR);

  private ShowOptions() {}
}
