package dev.tinwire.httpserver;

import java.util.regex.Pattern;

/**
 * What a change in the folder asks of the pages that are open. The later one includes the first.
 */
enum Change {
  /** Style sheets only: they can be swapped while the page stays as it is. */
  CSS("css"),
  /** Anything else. */
  RELOAD("reload");

  /** With what is made of it in the same moment: its map and its compressed forms. */
  private static final Pattern STYLE_SHEET = Pattern.compile("(?i).*\\.css(\\.map|\\.gz|\\.br)?");

  private final String event;

  Change(String event) {
    this.event = event;
  }

  static Change of(String fileName) {
    return STYLE_SHEET.matcher(fileName).matches() ? CSS : RELOAD;
  }

  /** What both ask. */
  Change and(Change other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** What the browser knows it as. */
  String event() {
    return event;
  }
}
