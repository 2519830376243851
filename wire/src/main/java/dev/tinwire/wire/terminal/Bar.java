package dev.tinwire.wire.terminal;

/** A horizontal bar: eighths of a column where the screen can show them, else whole ones. */
public final class Bar {
  private static final String EIGHTHS = "▏▎▍▌▋▊▉█";

  private Bar() {}

  /** The bar for a share from 0 to 1 of so many columns; not padded. */
  public static String of(double share, int columns, Screen screen) {
    if (!screen.unicode()) return "#".repeat((int) Math.round(share * columns));
    int eighths = (int) Math.round(share * columns * 8);
    int rest = eighths % 8;
    return "█".repeat(eighths / 8) + (rest == 0 ? "" : EIGHTHS.charAt(rest - 1));
  }
}
