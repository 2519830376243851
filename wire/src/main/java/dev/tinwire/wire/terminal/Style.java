package dev.tinwire.wire.terminal;

/** What a piece of text means; the colour follows from it (ECMA-48 §8.3.117, SGR). */
public enum Style {
  GOOD("32"),
  BAD("31"),
  WARN("33"),
  DIM("2"),
  STRONG("1"),
  ACCENT("36");

  private final String parameters;

  Style(String parameters) {
    this.parameters = parameters;
  }

  /** The text between this style's sequence and the reset. */
  String on(String text) {
    return "\033[" + parameters + "m" + text + "\033[0m";
  }
}
