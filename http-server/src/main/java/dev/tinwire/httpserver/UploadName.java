package dev.tinwire.httpserver;

import dev.tinwire.http.SafeFileName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Whether a stranger may give something this name. A URL names exactly one thing, so a name is
 * taken as it is or refused, and never put right; what comes by a form, where nobody expects a
 * certain URL, gets a {@linkplain SafeFileName safe name} instead. Pure.
 */
final class UploadName {
  private UploadName() {}

  /** Why not, in words; empty if it may. */
  static Optional<String> problem(List<String> names) {
    if (names.isEmpty()) return Optional.of("This is the whole site.");
    if (names.size() > UploadLimits.DEPTH) {
      return Optional.of("At most " + UploadLimits.DEPTH + " folders go into each other here.");
    }
    return names.stream().map(UploadName::problem).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> problem(String name) {
    // Configuration and keys, and our own files on their way.
    if (name.startsWith(".")) return Optional.of("Names here do not begin with a dot.");
    if (name.codePoints().anyMatch(UploadName::deceives)) {
      return Optional.of("The name has a character that cannot be seen.");
    }
    if (tooLong(name)) {
      return Optional.of("The name is longer than " + SafeFileName.MOST_BYTES + " bytes.");
    }
    return name.isBlank() ? Optional.of("The name is blank.") : Optional.empty();
  }

  static boolean tooLong(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length > SafeFileName.MOST_BYTES;
  }

  /**
   * Line breaks and what turns the reading direction, so that a name looks like another. Joiners
   * stay: Persian is not written without them, nor are families of emoji.
   */
  private static boolean deceives(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> c != 0x200c && c != 0x200d;
      default -> false;
    };
  }
}
