package dev.tinwire.http;

import java.nio.file.Path;

/** Any text is a disposition that comes back from its print, with a harmless name, or refused. */
public final class ContentDispositionFuzz {
  private ContentDispositionFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = Reread.text(input);
    Reread.check(
        text,
        line -> {
          var disposition = ContentDisposition.parse(line);
          disposition.safeFileName().ifPresent(ContentDispositionFuzz::harmless);
          return disposition;
        });
    SafeFileName.of(text).ifPresent(ContentDispositionFuzz::harmless);
  }

  private static void harmless(String name) {
    Path folder = Path.of("/folder");
    Path file = folder.resolve(name).normalize();
    if (!folder.equals(file.getParent()) || name.startsWith(".")) throw new AssertionError(name);
    if (!SafeFileName.of(name).orElse("").equals(name)) throw new AssertionError(name);
  }
}
