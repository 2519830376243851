package dev.tinwire.udppinger;

import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the kernel may be asked directly: on Linux, on the two processors whose structures {@link
 * Linux} knows, and if the JVM was told to allow it (else it would warn, on the user's terminal).
 */
final class Native {
  private Native() {}

  /** Why not, as half a sentence; empty if it may. */
  static Optional<String> obstacle() {
    String system = System.getProperty("os.name", "");
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    if (!system.equals("Linux")) return Optional.of(system + " is not Linux");
    if (!processor.equals("amd64") && !processor.equals("aarch64")) {
      return Optional.of("not on " + processor);
    }
    if (ValueLayout.ADDRESS.byteSize() != Long.BYTES) return Optional.of("not with 32 bits");
    if (!Native.class.getModule().isNativeAccessEnabled()) {
      return Optional.of("Java was started without --enable-native-access=ALL-UNNAMED");
    }
    return Optional.empty();
  }
}
