package dev.tinwire.wire.terminal;

/** One column of a {@link Table}: its title and how its cells stand under it. */
public record Column(String title, Align align) {
  /** Where the cells of a column line up. */
  public enum Align {
    LEFT,
    RIGHT,
    /** At the decimal point; cells without one as if it followed them. */
    DECIMAL
  }

  public static Column left(String title) {
    return new Column(title, Align.LEFT);
  }

  public static Column right(String title) {
    return new Column(title, Align.RIGHT);
  }

  public static Column decimal(String title) {
    return new Column(title, Align.DECIMAL);
  }
}
