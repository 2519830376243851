package dev.tinwire.heartbeat;

import dev.tinwire.wire.Visible;

/** Text that any character may be in, made safe for HTML and SVG. */
final class Markup {
  private Markup() {}

  /** As text or in a quoted attribute. */
  static String of(String text) {
    return Visible.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
