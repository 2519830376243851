package dev.tinwire.wire.command;

import java.util.List;

/**
 * What the suite's one executable knows of a tool before it is chosen: words only. Nothing here may
 * load the classes of the tool's protocol or of the parser; {@link #command} and {@link
 * #selfChecks} do, and are called for the chosen tool alone.
 */
public interface Tool {
  /** The first word: {@code get}. */
  String name();

  /** What it does, in half a line. */
  String summary();

  /** One line to try. */
  String example();

  Command command();

  default List<SelfCheck> selfChecks() {
    return List.of();
  }

  default int run(List<String> words, Standard standard) {
    return command().run(words, standard);
  }
}
