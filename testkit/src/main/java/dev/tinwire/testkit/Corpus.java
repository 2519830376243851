package dev.tinwire.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The checked-in inputs of a fuzz target, {@code src/test/corpus/NAME/*} in its module: valid seeds
 * and bytes that once hurt. Meant for {@code @MethodSource}.
 */
public final class Corpus {
  private Corpus() {}

  /** One file; prints as its name, so that a parameterized test names its rows. */
  public record Sample(Path file) {
    public byte[] bytes() {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return String.valueOf(file.getFileName());
    }
  }

  /** The samples of this target, by name. No sample is an error: the test would prove nothing. */
  public static Stream<Sample> of(Class<?> target) {
    return in(folder(Path.of(""), target.getSimpleName())).stream();
  }

  static Path folder(Path module, String target) {
    return module.resolve("src/test/corpus").resolve(target);
  }

  static List<Sample> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new AssertionError("no corpus folder " + folder.toAbsolutePath());
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Sample> samples = files.filter(Files::isRegularFile).sorted().map(Sample::new).toList();
      if (samples.isEmpty()) throw new AssertionError("no files in " + folder.toAbsolutePath());
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
