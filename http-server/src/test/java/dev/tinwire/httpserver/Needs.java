package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs that a test tries us against; without them it is skipped, with a word. */
final class Needs {
  private Needs() {}

  static void programs(String... names) {
    for (String name : names) {
      // Debian's servers lie where only an administrator's PATH leads.
      boolean found =
          Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
              .anyMatch(at -> Files.isExecutable(Path.of(at, name)));
      assumeTrue(found, "no " + name);
    }
  }
}
