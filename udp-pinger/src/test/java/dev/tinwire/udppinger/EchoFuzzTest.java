package dev.tinwire.udppinger;

import dev.tinwire.testkit.Corpus;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EchoFuzzTest {
  @ParameterizedTest
  @MethodSource("corpus")
  void whatOnceHurtIsSurvived(Corpus.Sample sample) {
    EchoFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(EchoFuzz.class);
  }

  @Property
  void anyDatagramIsSurvived(@ForAll byte[] octets) {
    EchoFuzz.fuzzerTestOneInput(octets);
  }

  @Property
  void damagedSamplesAreSurvived(@ForAll("damaged") byte[] octets) {
    EchoFuzz.fuzzerTestOneInput(octets);
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    var seeds = Arbitraries.of(corpus().map(Corpus.Sample::bytes).toList());
    var places = Arbitraries.doubles().between(0, 1);
    var octets = Arbitraries.bytes();
    var cuts = Arbitraries.integers().between(0, 3);
    return Combinators.combine(seeds, places, octets, cuts).as(EchoFuzzTest::damage);
  }

  private static byte[] damage(byte[] seed, double place, byte octet, int cut) {
    byte[] damaged = Arrays.copyOf(seed, Math.max(0, seed.length - cut));
    if (damaged.length > 0) damaged[(int) (place * (damaged.length - 1))] = octet;
    return damaged;
  }
}
