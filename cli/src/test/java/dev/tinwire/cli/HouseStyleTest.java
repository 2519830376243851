package dev.tinwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no linter says of our sources: one idea a file, which never takes more than 250 lines. */
final class HouseStyleTest {
  private static final Path ROOT = Path.of(System.getProperty("tinwire.root", ".."));

  @Test
  void noSourceFileHasMoreThan250Lines() throws IOException {
    List<Path> sources = sources();
    assertTrue(sources.size() > 50, "found only " + sources.size() + " sources under " + ROOT);
    assertEquals(List.of(), sources.stream().filter(file -> lines(file) > 250).toList());
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> ROOT.relativize(file).toString().contains("src/"))
          .filter(file -> !ROOT.relativize(file).toString().contains("target/"))
          .toList();
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
