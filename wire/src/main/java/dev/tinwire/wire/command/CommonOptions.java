package dev.tinwire.wire.command;

import dev.tinwire.wire.terminal.ColorChoice;

/** The options that every command has; they mean the same everywhere. */
public final class CommonOptions {
  public static final Flag JSON = Flag.of("results as JSON, one object a line", "--json");
  public static final Flag QUIET = Flag.of("no progress, no notes", "-q", "--quiet");
  public static final Flag VERBOSE =
      Flag.of("show the conversation: > sent, < received", "-v", "--verbose");
  public static final Flag EXPLAIN =
      Flag.of("as --verbose, and say what each line does and which RFC says so", "--explain");
  public static final Value<ColorChoice> COLOR =
      Value.of("WHEN", ColorChoice::parse, "auto, always or never", "--color").preset("auto");
  public static final Flag DEBUG = Flag.of("show where in the program it failed", "--debug");
  public static final Flag HELP = Flag.of("show this page", "-h", "--help");
  public static final Flag VERSION = Flag.of("show the version", "-V", "--version");

  static final Group GROUP = Group.of("Everywhere", JSON, QUIET, COLOR, DEBUG, HELP, VERSION);

  /** For commands that talk to somebody, and show it as {@link Output#conversation} does. */
  public static final Group CONVERSATION = Group.of("Seeing the wire", VERBOSE, EXPLAIN);

  private CommonOptions() {}
}
