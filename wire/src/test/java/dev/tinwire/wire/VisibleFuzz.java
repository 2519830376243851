package dev.tinwire.wire;

import java.nio.charset.StandardCharsets;

/** Any text, escaped, neither moves a cursor nor hides anything, and can be read back. */
public final class VisibleFuzz {
  private VisibleFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    check(new String(input, StandardCharsets.UTF_8));
    check(new String(input, StandardCharsets.ISO_8859_1)); // as lines come off the wire
    check(new String(input, StandardCharsets.UTF_16BE)); // brings lone surrogates
  }

  private static void check(String text) {
    String visible = Visible.of(text);
    visible.codePoints().forEach(point -> require(shows(point), text));
    require(unescape(visible).equals(text), text);
    require(visible.equals(text) || visible.contains("\\"), text);
    require(Visible.cut(text, 10).codePoints().allMatch(VisibleFuzz::shows), text);
  }

  private static void require(boolean truth, String text) {
    if (!truth) throw new AssertionError(text + " became " + Visible.of(text));
  }

  private static boolean shows(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** The inverse, so that no two texts look alike. */
  private static String unescape(String visible) {
    var out = new StringBuilder();
    for (int i = 0; i < visible.length(); ) {
      char c = visible.charAt(i++);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char kind = visible.charAt(i++);
      switch (kind) {
        case 'r' -> out.append('\r');
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case '\\' -> out.append('\\');
        case 'x' -> {
          out.append((char) Integer.parseInt(visible, i, i + 2, 16));
          i += 2;
        }
        case 'u' -> {
          int end = visible.indexOf('}', i);
          out.appendCodePoint(Integer.parseInt(visible, i + 1, end, 16));
          i = end + 1;
        }
        default -> throw new AssertionError("no such escape: " + kind);
      }
    }
    return out.toString();
  }
}
