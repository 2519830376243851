package dev.tinwire.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes of a name that a stranger chose one that is harmless in a folder of ours, on any system: no
 * path, nothing hidden, nothing that looks like another name or like an option, no device, not too
 * long. What is safe already stays as it is.
 */
public final class SafeFileName {
  /** What the usual file systems hold. */
  public static final int MOST_BYTES = 255;

  /** A longer ending is no extension worth keeping. */
  private static final int MOST_EXTENSION_BYTES = 32;

  /** Devices of Windows, with any extension, and with the superscript digits it also takes. */
  private static final Pattern DEVICE =
      Pattern.compile(
          "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3]) *(\\..*)?",
          Pattern.CASE_INSENSITIVE);

  private SafeFileName() {}

  /** The safe name, if anything is left of it. */
  public static Optional<String> of(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String visible = trimmed(withoutTricks(last));
    if (visible.isEmpty()) return Optional.empty();
    boolean special = visible.startsWith("-") || DEVICE.matcher(visible).matches();
    return Optional.of(cut(special ? "_" + visible : visible));
  }

  /**
   * Without what has no glyph or turns the reading direction; Windows' signs become underscores.
   */
  private static String withoutTricks(String name) {
    var out = new StringBuilder(name.length());
    name.codePoints()
        .filter(SafeFileName::hasGlyph)
        .forEach(c -> out.appendCodePoint("<>:\"|?*".indexOf(c) >= 0 ? '_' : c));
    return out.toString();
  }

  private static boolean hasGlyph(int c) {
    return switch (Character.getType(c)) {
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

  /** A dot in front hides a file; dots and blanks at the end are dropped by Windows. */
  private static String trimmed(String name) {
    int from = 0;
    while (from < name.length() && isDotOrBlank(name.charAt(from))) from++;
    return trimmedAtEnd(name.substring(from));
  }

  private static String trimmedAtEnd(String name) {
    int to = name.length();
    while (to > 0 && isDotOrBlank(name.charAt(to - 1))) to--;
    return name.substring(0, to);
  }

  private static boolean isDotOrBlank(char c) {
    return c == '.' || Character.isSpaceChar(c);
  }

  private static String cut(String name) {
    if (bytes(name) <= MOST_BYTES) return name;
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot);
    if (bytes(extension) > MOST_EXTENSION_BYTES) extension = "";
    String stem = name.substring(0, name.length() - extension.length());
    int room = MOST_BYTES - bytes(extension);
    int end = 0;
    while (room > 0) {
      int c = stem.codePointAt(end);
      room -= bytes(Character.toString(c));
      if (room >= 0) end += Character.charCount(c);
    }
    return trimmedAtEnd(stem.substring(0, end)) + extension;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
