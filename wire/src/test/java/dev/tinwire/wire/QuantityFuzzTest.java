package dev.tinwire.wire;

import dev.tinwire.testkit.Corpus;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuantityFuzzTest {
  @ParameterizedTest
  @MethodSource("corpus")
  void whatOnceHurtIsAValueOrRefused(Corpus.Sample sample) {
    QuantityFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(QuantityFuzz.class);
  }

  @Property
  void anyBytesAreAValueOrRefused(@ForAll byte[] bytes) {
    QuantityFuzz.fuzzerTestOneInput(bytes);
  }

  @Property
  void damagedSamplesAreAValueOrRefused(@ForAll("damaged") byte[] bytes) {
    QuantityFuzz.fuzzerTestOneInput(bytes);
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    return Mutations.of(QuantityFuzz.class);
  }
}
