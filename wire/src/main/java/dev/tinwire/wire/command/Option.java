package dev.tinwire.wire.command;

import java.util.List;

/** One option of a command line: a {@link Flag}, or one that takes a {@link Value}. */
public sealed interface Option permits Flag, Value {
  /** All its names, the short one first: {@code -v}, {@code --verbose}. */
  List<String> names();

  /** What it does, in a few words without a full stop, for the help page. */
  String help();

  /** How errors call it: its long name. */
  default String name() {
    return names().getLast();
  }

  /** How the help page shows it: {@code -t, --timeout TIME}. */
  String term();

  /** What the help page says of it. */
  default String meaning() {
    return help();
  }
}
