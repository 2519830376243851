package dev.tinwire.heartbeat;

/** A sender's state as a small picture for other people's pages. Pure. */
final class Badge {
  private static final int CHARACTER = 7;
  private static final int MARGIN = 12;
  private static final int HEIGHT = 20;

  private Badge() {}

  static String of(String id, String word, String colour) {
    int left = id.length() * CHARACTER + MARGIN;
    int right = word.length() * CHARACTER + MARGIN;
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
        + (left + right)
        + "\" height=\""
        + HEIGHT
        + "\" role=\"img\" aria-label=\""
        + Markup.of(id + ": " + word)
        + "\">"
        + part(0, left, "#555", id)
        + part(left, right, colour, word)
        + "</svg>\n";
  }

  static String of(SenderView sender) {
    return of(sender.id(), AlertText.word(sender.state()), colour(sender.state()));
  }

  private static String part(int x, int width, String colour, String text) {
    return "<rect x=\""
        + x
        + "\" width=\""
        + width
        + "\" height=\""
        + HEIGHT
        + "\" fill=\""
        + colour
        + "\"/><text x=\""
        + (x + MARGIN / 2)
        + "\" y=\"14\" fill=\"#fff\" font-family=\"monospace\" font-size=\"11\" textLength=\""
        + (width - MARGIN)
        + "\">"
        + Markup.of(text)
        + "</text>";
  }

  private static String colour(SenderState state) {
    return switch (state) {
      case UP -> "#15803d";
      case LATE -> "#b45309";
      case DOWN -> "#b91c1c";
      case NEW -> "#1d4ed8";
      case BYE -> "#6b7280";
    };
  }
}
