package dev.tinwire.wire.terminal;

import java.util.Optional;

/** One cell of a {@link Table}. Its text may come from anywhere: the table escapes it. */
public record Cell(String text, Optional<Style> style) {
  public static Cell of(String text) {
    return new Cell(text, Optional.empty());
  }

  public static Cell of(Style style, String text) {
    return new Cell(text, Optional.of(style));
  }
}
