package dev.tinwire.httpclient;

import dev.tinwire.testkit.Corpus;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Feeds every fuzz target of this module: its corpus, any bytes, and damaged corpus. */
class ClientFuzzTest {
  /** The targets; a new one belongs here and gets a folder in {@code src/test/corpus}. */
  private static final List<Target> TARGETS =
      List.of(
          Target.of(UrlFuzz.class, UrlFuzz::fuzzerTestOneInput),
          Target.of(CookieFuzz.class, CookieFuzz::fuzzerTestOneInput),
          Target.of(DigestFuzz.class, DigestFuzz::fuzzerTestOneInput),
          Target.of(CodingFuzz.class, CodingFuzz::fuzzerTestOneInput),
          Target.of(StyleFuzz.class, StyleFuzz::fuzzerTestOneInput),
          Target.of(ShellFuzz.class, ShellFuzz::fuzzerTestOneInput),
          Target.of(CacheFuzz.class, CacheFuzz::fuzzerTestOneInput));

  record Target(Class<?> type, Consumer<byte[]> fuzz, List<byte[]> seeds) {
    static Target of(Class<?> type, Consumer<byte[]> fuzz) {
      return new Target(type, fuzz, Corpus.of(type).map(Corpus.Sample::bytes).toList());
    }

    DynamicTest test(Corpus.Sample sample) {
      String name = type.getSimpleName() + " " + sample;
      return DynamicTest.dynamicTest(name, () -> fuzz.accept(sample.bytes()));
    }
  }

  @Provide
  Arbitrary<Target> targets() {
    return Arbitraries.of(TARGETS);
  }

  @TestFactory
  Stream<DynamicTest> theCorpusHurtsNobody() {
    return TARGETS.stream().flatMap(t -> Corpus.of(t.type).map(t::test));
  }

  @Property(tries = 5000)
  void anyBytesAreAValueOrRefused(@ForAll("targets") Target target, @ForAll byte[] bytes) {
    target.fuzz.accept(bytes);
  }

  @Property(tries = 10_000)
  void damagedValuesAreAValueOrRefused(@ForAll("targets") Target target, @ForAll long seed) {
    target.fuzz.accept(damaged(target.seeds, new Random(seed)));
  }

  /** One of the seeds with a piece of another in place of a few of its bytes. */
  private static byte[] damaged(List<byte[]> seeds, Random random) {
    byte[] one = seeds.get(random.nextInt(seeds.size()));
    byte[] other = seeds.get(random.nextInt(seeds.size()));
    int from = random.nextInt(one.length + 1);
    int to = Math.min(one.length, from + random.nextInt(4));
    int start = random.nextInt(other.length + 1);
    int end = Math.min(other.length, start + random.nextInt(12));
    byte[] out = Arrays.copyOf(one, from + (end - start) + (one.length - to));
    System.arraycopy(other, start, out, from, end - start);
    System.arraycopy(one, to, out, from + (end - start), one.length - to);
    return out;
  }
}
