package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.DynamicTest;

/** The bytes checked in for a fuzz target: seeds that are valid, and some that once hurt. */
public final class Corpus {
  private Corpus() {}

  /** One test for each file of {@code src/test/corpus/TARGET}. */
  public static Stream<DynamicTest> tests(String target, Consumer<byte[]> fuzz) throws IOException {
    List<Path> files = files(target);
    assertFalse(files.isEmpty(), "no corpus for " + target);
    return files.stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(), () -> fuzz.accept(Files.readAllBytes(file))));
  }

  /** The files, each with a few bytes overwritten, put in, or cut out. */
  public static Arbitrary<byte[]> mutations(String target) throws IOException {
    var seeds = Arbitraries.of(files(target)).map(Corpus::read);
    var places = Arbitraries.doubles().between(0, 1);
    var lengths = Arbitraries.integers().between(0, 3);
    var bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(3);
    return Combinators.combine(seeds, places, lengths, bytes).as(Corpus::splice);
  }

  private static byte[] splice(byte[] seed, double place, int cut, byte[] put) {
    int from = (int) (place * seed.length);
    int to = Math.min(seed.length, from + cut);
    var out = new byte[from + put.length + seed.length - to];
    System.arraycopy(seed, 0, out, 0, from);
    System.arraycopy(put, 0, out, from, put.length);
    System.arraycopy(seed, to, out, from + put.length, seed.length - to);
    return out;
  }

  private static List<Path> files(String target) throws IOException {
    try (var files = Files.list(Path.of("src", "test", "corpus", target))) {
      return files.sorted().toList();
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
