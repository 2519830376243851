package dev.tinwire.heartbeat;

import java.util.List;
import java.util.Locale;

/**
 * Small pictures as inline SVG. Sizes are attributes and colours are classes, so that a page may
 * forbid inline styles. Pure.
 */
final class Pictures {
  private static final int BAR_WIDTH = 120;
  private static final int BAR_HEIGHT = 10;
  private static final int CELL = 3;
  private static final int STRIP_HEIGHT = 18;

  private Pictures() {}

  /** How much of the time that a sender is given has passed in silence. */
  static String silence(double share, String words) {
    String width = number(share * BAR_WIDTH);
    return svg(BAR_WIDTH, BAR_HEIGHT, "bar", words)
        + "<rect class=\"track\" width=\""
        + BAR_WIDTH
        + "\" height=\""
        + BAR_HEIGHT
        + "\"/>"
        + "<rect class=\"fill\" width=\""
        + width
        + "\" height=\""
        + BAR_HEIGHT
        + "\"/></svg>";
  }

  /** What a sender was, minute by minute; equal neighbours are one rectangle. */
  static String strip(List<Strip.Cell> cells) {
    var out = new StringBuilder(svg(cells.size() * CELL, STRIP_HEIGHT, "strip", words(cells)));
    for (int from = 0; from < cells.size(); ) {
      int to = from;
      while (to < cells.size() && cells.get(to) == cells.get(from)) to++;
      if (cells.get(from) != Strip.Cell.UNKNOWN) {
        out.append("<rect class=\"").append(word(cells.get(from))).append("\" x=\"");
        out.append(from * CELL).append("\" width=\"").append((to - from) * CELL);
        out.append("\" height=\"").append(STRIP_HEIGHT).append("\"/>");
      }
      from = to;
    }
    return out.append("</svg>").toString();
  }

  /** For those who do not see it. */
  private static String words(List<Strip.Cell> cells) {
    long down = cells.stream().filter(cell -> cell == Strip.Cell.DOWN).count();
    long late = cells.stream().filter(cell -> cell == Strip.Cell.LATE).count();
    return "last " + cells.size() + " minutes: " + down + " down, " + late + " late";
  }

  static String word(Strip.Cell cell) {
    return cell.name().toLowerCase(Locale.ROOT);
  }

  static String svg(int width, int height, String style, String words) {
    return "<svg class=\""
        + style
        + "\" width=\""
        + width
        + "\" height=\""
        + height
        + "\" viewBox=\"0 0 "
        + width
        + " "
        + height
        + "\" role=\"img\" aria-label=\""
        + Markup.of(words)
        + "\">";
  }

  /** At most one digit behind the point. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
